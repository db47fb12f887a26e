import type { ColumnView, TableView } from "../../metadata/types.ts";
import { insert, update, type Cell } from "../sql.ts";

/** A column of a row being written: with a value, null, or (in a new row) whatever the default is. */
export interface Field {
  column: ColumnView;
  state: "value" | "null" | "default";
  value: string;
}

/** Those that can be written, as they are. @param row null for a new one */
export function fieldsOf(view: TableView, row: Cell[] | null): Field[] {
  return (view.columns ?? []).flatMap((column, index): Field[] => {
    if (column.generated || column.identity === "always") {
      return [];
    }
    if (row === null) {
      const auto = column.has_default || column.identity !== undefined || column.nullable;
      return [{ column, state: auto ? ("default" as const) : ("value" as const), value: "" }];
    }
    const value = row[index] ?? null;
    return [{ column, state: value === null ? ("null" as const) : ("value" as const), value: value ?? "" }];
  });
}

/** The statement that saves it, or null when nothing was changed. */
export function save(view: TableView, where: Record<string, Cell>, before: Field[], fields: Field[]): string | null {
  const isNew = Object.keys(where).length === 0;
  const values: Record<string, Cell> = {};
  for (const field of fields) {
    const old = before.find((each) => each.column.name === field.column.name);
    const changed = isNew || old?.state !== field.state || old.value !== field.value;
    if (changed && field.state !== "default") {
      values[field.column.name] = field.state === "null" ? null : field.value;
    }
  }
  if (isNew) {
    return insert(view.table, values);
  }
  return Object.keys(values).length === 0 ? null : update(view.table, where, values);
}
