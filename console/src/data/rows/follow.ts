import { tablePath, tableText } from "../../metadata/names.ts";
import type { ForeignKeyView, TableView } from "../../metadata/types.ts";
import type { Cell } from "../sql.ts";
import { PAGE, writeLook } from "./address.ts";

export type RowOf = (column: string) => Cell;

/** The row that a foreign key's column points to; of several keys the one that says least. */
export function followed(source: string, view: TableView, column: string, row: RowOf): string | null {
  const keys = (view.foreign_keys ?? [])
    .filter((key) => column in key.columns)
    .sort((one, other) => Object.keys(one.columns).length - Object.keys(other.columns).length);
  const [key] = keys;
  return key ? rowsPath(source, key, Object.entries(key.columns), row) : null;
}

/** Where the rows are that point here: of each table that has a key to this one. */
export function pointing(source: string, view: TableView, row: RowOf): { name: string; to: string }[] {
  return (view.referenced_by ?? []).flatMap((key) => {
    const pairs = Object.entries(key.columns).map(([theirs, ours]): [string, string] => [ours, theirs]);
    const to = rowsPath(source, key, pairs, row);
    const by = Object.keys(key.columns).join(", ");
    return to === null ? [] : [{ name: `${tableText(key.table)} by ${by}`, to }];
  });
}

/** @param pairs columns of this row, with those of the other table that have the same values */
function rowsPath(source: string, key: ForeignKeyView, pairs: [string, string][], row: RowOf): string | null {
  const where = pairs.map(([ours, theirs]) => ({ column: theirs, operator: "=" as const, value: row(ours) }));
  const whole = where.filter((each): each is typeof each & { value: string } => each.value !== null);
  if (whole.length < where.length) {
    return null;
  }
  const look = { where: whole, order: null, limit: PAGE, offset: 0 };
  return `${tablePath(source, key.table)}?${writeLook(look).toString()}`;
}
