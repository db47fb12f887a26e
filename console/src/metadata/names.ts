/** A table as the metadata API writes it. */
export interface TableRef {
  schema: string;
  name: string;
}

/** `users`, or `shop.users` outside of the schema `public`. */
export function tableText({ schema, name }: TableRef): string {
  return schema === "public" ? name : `${schema}.${name}`;
}

export function sameTable(one: TableRef, other: TableRef): boolean {
  return one.schema === other.schema && one.name === other.name;
}

/** Metadata may hold a table as text or as an object; the engine's answers to our calls are always objects. */
export function tableRef(table: string | TableRef | { name: string }): TableRef {
  return typeof table === "string" ? { schema: "public", name: table } : { schema: "public", ...table };
}

// The router decodes a part and takes it apart anew: what it would trip over is written in another way.
const ESCAPES = ["~", "\\", "/", "%"];

/** The part of an address that holds a name: any text, also with slashes, and never `.` or `..`. */
export function segment(name: string): string {
  return `~${encodeURIComponent(name.replaceAll(/[~\\/%]/g, (each) => `~${ESCAPES.indexOf(each)}`))}`;
}

/** The name in such a part, once the router has decoded it. */
export function unsegment(part: string | undefined): string {
  return (part ?? "").replace(/^~/, "").replaceAll(/~([0-3])/g, (_, index: string) => ESCAPES[Number(index)] ?? "");
}

export function tablePath(source: string, table: TableRef, tab = "browse"): string {
  return `/data/${segment(source)}/table/${segment(table.schema)}/${segment(table.name)}/${tab}`;
}

export function actionPath(name: string, tab = "modify"): string {
  return `/actions/manage/${segment(name)}/${tab}`;
}

export function remotePath(name: string, tab = "details"): string {
  return `/remote-schemas/manage/${segment(name)}/${tab}`;
}
