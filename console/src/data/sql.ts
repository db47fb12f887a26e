/** SQL for changing rows, and what all SQL is made of: for any table, whatever its name, tracked or not. */
import type { TableRef } from "../metadata/names.ts";

/** Text, or nothing at all. */
export type Cell = string | null;

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

/** Columns that are left out get their defaults. */
export function insert(table: TableRef, values: Record<string, Cell>): string {
  const names = Object.keys(values);
  return names.length === 0
    ? `insert into ${tableName(table)} default values`
    : `insert into ${tableName(table)} (${names.map(identifier).join(", ")}) values (${names
        .map((name) => literal(values[name] ?? null))
        .join(", ")})`;
}

const ANSWERING = " returning 1";

/** Answers a row for the one that was changed. @param key what only this row has */
export function update(table: TableRef, key: Record<string, Cell>, values: Record<string, Cell>): string {
  const set = Object.entries(values).map(([name, value]) => `${identifier(name)} = ${literal(value)}`);
  return `update ${tableName(table)} set ${set.join(", ")} where ${matches(key)}${ANSWERING}`;
}

/** Answers a row for the one that was deleted. */
export function remove(table: TableRef, key: Record<string, Cell>): string {
  return `delete from ${tableName(table)} where ${matches(key)}${ANSWERING}`;
}

/** The same without an answer; null of a statement that has none. */
export function unanswered(sql: string): string | null {
  return sql.endsWith(ANSWERING) ? sql.slice(0, -ANSWERING.length) : null;
}

/** @param rows what tells each of them apart, by the same columns */
export function removeAll(table: TableRef, key: readonly string[], rows: readonly Record<string, Cell>[]): string {
  if (key.length === 0 || rows.length === 0) {
    throw new Error("rows without a key");
  }
  const values = rows.map((row) => `(${key.map((name) => literal(row[name] ?? null)).join(", ")})`);
  return `delete from ${tableName(table)} where (${key.map(identifier).join(", ")}) in (${values.join(", ")})`;
}

function matches(key: Record<string, Cell>): string {
  const parts = Object.entries(key).map(([name, value]) => `${identifier(name)} = ${literal(value)}`);
  if (parts.length === 0) {
    throw new Error("a row without a key");
  }
  return parts.join(" and ");
}
