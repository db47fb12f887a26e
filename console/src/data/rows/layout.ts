/** How somebody wants the columns of a table: in what order, how wide, and which of them not at all. */
export interface Layout {
  order: string[];
  hidden: string[];
  /** In pixels; those that are not named are as wide as what is in them. */
  widths: Record<string, number>;
}

export const USUAL: Layout = { order: [], hidden: [], widths: {} };

type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = (table: string) => `dovetail:columns:${table}`;

/** @param columns those there are; of others nothing is told, and those that came since stand at the end */
export function loadLayout(shelf: Shelf, table: string, columns: readonly string[]): Layout {
  const stored = parsed(shelf.getItem(key(table)));
  const order = stored.order.filter((name) => columns.includes(name));
  return {
    order: order.length === 0 ? [] : [...order, ...columns.filter((name) => !order.includes(name))],
    hidden: stored.hidden.filter((name) => columns.includes(name)),
    widths: stored.widths,
  };
}

export function storeLayout(shelf: Shelf, table: string, layout: Layout): void {
  if (JSON.stringify(layout) === JSON.stringify(USUAL)) {
    shelf.removeItem(key(table));
  } else {
    shelf.setItem(key(table), JSON.stringify(layout));
  }
}

/** The column one place further. */
export function moved(columns: readonly string[], name: string, by: -1 | 1): string[] {
  const from = columns.indexOf(name);
  const to = from + by;
  if (from < 0 || to < 0 || to >= columns.length) {
    return [...columns];
  }
  const next = columns.filter((each) => each !== name);
  next.splice(to, 0, name);
  return next;
}

function parsed(text: string | null): Layout {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Layout> | null;
    const texts = (list: unknown) => (Array.isArray(list) ? list.filter((each) => typeof each === "string") : []);
    const widths = Object.entries(value?.widths ?? {}).filter(([, width]) => typeof width === "number");
    return { order: texts(value?.order), hidden: texts(value?.hidden), widths: Object.fromEntries(widths) };
  } catch {
    return USUAL;
  }
}
