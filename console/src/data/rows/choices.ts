/** The values among which somebody chooses, where a column takes only some. */
import type { TableRef } from "../../metadata/names.ts";
import type { ColumnView, TableView } from "../../metadata/types.ts";
import { identifier, literal, tableName } from "../sql.ts";

/** Of a column with more values nobody would look for one in a list. */
const MOST = 1000;

/** A table whose rows may be the values of an enum, and the column that refers to it. */
export interface EnumTable {
  column: string;
  table: TableRef;
  /** That which is referred to. */
  key: string;
}

/** Tables to which one column alone refers: those that are set as enum are among them. */
export function referred({ foreign_keys: keys }: TableView): EnumTable[] {
  return (keys ?? []).flatMap(({ table, columns }): EnumTable[] => {
    const [only, ...more] = Object.entries(columns);
    return only === undefined || more.length > 0 ? [] : [{ column: only[0], table, key: only[1] }];
  });
}

/** Answers a row for each column with such values: its name, and a JSON array of texts; one too many if too many. */
export function choicesSql(table: TableRef, enums: readonly EnumTable[]): string {
  const type = "coalesce(nullif(t.typbasetype, 0), t.oid)";
  const values = `select e.enumlabel as l from pg_enum e where e.enumtypid = ${type} order by e.enumsortorder`;
  const types =
    `select a.attname::text as c, (select json_agg(l)::text from (${values} limit ${MOST + 1}) v) as v` +
    " from pg_attribute a join pg_type t on t.oid = a.atttypid" +
    ` where a.attrelid = ${literal(tableName(table))}::regclass and a.attnum > 0 and not a.attisdropped`;
  const tables = enums.map(
    ({ column, table: of, key }) =>
      `select ${literal(column)}, (select json_agg(l)::text from` +
      ` (select ${identifier(key)}::text as l from ${tableName(of)} order by 1 limit ${MOST + 1}) v)`,
  );
  return `select c, v from (${[types, ...tables].join(" union all ")}) r where v is not null`;
}

export type Choices = ReadonlyMap<string, readonly string[]>;

/** What the answer to {@link choicesSql} says. */
export function readChoices({ result }: { result: string[][] | null }): Choices {
  const all = (result ?? []).slice(1).map(([column = "", values = "[]"]): [string, string[]] => {
    return [column, JSON.parse(values) as string[]];
  });
  return new Map(all.filter(([, values]) => values.length <= MOST));
}

/** Null where anything may be written. @param value what stands there, which may be no longer among them */
export function choicesOf(column: ColumnView, known: Choices | undefined, value: string): string[] | null {
  const values = column.type === "bool" ? ["true", "false"] : known?.get(column.name);
  if (values === undefined) {
    return null;
  }
  return value === "" || values.includes(value) ? [...values] : [value, ...values];
}
