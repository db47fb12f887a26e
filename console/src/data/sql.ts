/** SQL for looking at rows and changing them: for any table, whatever its name, tracked or not. */
import type { TableRef } from "../metadata/names.ts";

export const OPERATORS = ["=", "<>", ">", ">=", "<", "<=", "like", "ilike", "is null", "is not null"] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
  column: string;
  operator: Operator;
  value: string;
}

export interface Order {
  column: string;
  descending: boolean;
}

/** A part of a table's rows. */
export interface Look {
  where: Condition[];
  order: Order | null;
  limit: number;
  offset: number;
}

/** Text, or nothing at all. */
export type Cell = string | null;

/** Beyond this many rows nobody counts. */
export const COUNTED = 10_000;

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Postgres reads it as of whatever type is wanted where it stands. */
export function literal(value: Cell): string {
  if (value === null) {
    return "null";
  }
  const quoted = `'${value.replaceAll("'", "''").replaceAll("\\", "\\\\")}'`;
  return value.includes("\\") ? `E${quoted}` : quoted;
}

export function tableName({ schema, name }: TableRef): string {
  return `${identifier(schema)}.${identifier(name)}`;
}

export function needsValue(operator: Operator): boolean {
  return operator !== "is null" && operator !== "is not null";
}

function condition({ column, operator, value }: Condition): string {
  const name = identifier(column);
  if (!needsValue(operator)) {
    return `${name} ${operator}`;
  }
  return operator === "like" || operator === "ilike"
    ? `${name}::text ${operator} ${literal(value)}`
    : `${name} ${operator} ${literal(value)}`;
}

function where(conditions: Condition[]): string {
  return conditions.length === 0 ? "" : ` where ${conditions.map(condition).join(" and ")}`;
}

/** Answers one cell for each row: an array of its columns as text, which tells null from the text of that name. */
export function select(table: TableRef, columns: string[], look: Look): string {
  const order = look.order
    ? ` order by ${identifier(look.order.column)} ${look.order.descending ? "desc" : "asc"} nulls last`
    : "";
  const inner = columns.map((name, index) => `${identifier(name)}::text as c${index}`).join(", ");
  const rows =
    `select ${inner} from ${tableName(table)}${where(look.where)}${order}` +
    ` limit ${Math.trunc(look.limit)} offset ${Math.trunc(look.offset)}`;
  return `select row_to_json(r)::text from (${rows}) r`;
}

export function count(table: TableRef, conditions: Condition[]): string {
  return `select count(*) from (select from ${tableName(table)}${where(conditions)} limit ${COUNTED + 1}) r`;
}

/** Columns that are left out get their defaults. */
export function insert(table: TableRef, values: Record<string, Cell>): string {
  const names = Object.keys(values);
  return names.length === 0
    ? `insert into ${tableName(table)} default values`
    : `insert into ${tableName(table)} (${names.map(identifier).join(", ")}) values (${names
        .map((name) => literal(values[name] ?? null))
        .join(", ")})`;
}

/** @param key what only this row has */
export function update(table: TableRef, key: Record<string, Cell>, values: Record<string, Cell>): string {
  const set = Object.entries(values).map(([name, value]) => `${identifier(name)} = ${literal(value)}`);
  return `update ${tableName(table)} set ${set.join(", ")} where ${matches(key)}`;
}

export function remove(table: TableRef, key: Record<string, Cell>): string {
  return `delete from ${tableName(table)} where ${matches(key)}`;
}

function matches(key: Record<string, Cell>): string {
  const parts = Object.entries(key).map(([name, value]) => `${identifier(name)} = ${literal(value)}`);
  if (parts.length === 0) {
    throw new Error("a row without a key");
  }
  return parts.join(" and ");
}

/** The rows in the answer to {@link select}. */
export function rowsOf(answer: { result: string[][] | null }, columns: number): Cell[][] {
  return (answer.result ?? []).slice(1).map(([cell]) => {
    const row = JSON.parse(cell ?? "{}") as Record<string, Cell>;
    return Array.from({ length: columns }, (_, index) => row[`c${index}`] ?? null);
  });
}
