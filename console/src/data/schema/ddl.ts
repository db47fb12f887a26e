/**
 * SQL that makes and changes tables. Names and comments are quoted here; types, conditions and defaults are SQL of the
 * user, who sees every statement before it runs.
 */
import type { TableRef } from "../../metadata/names.ts";
import { identifier, literal, tableName } from "../sql.ts";
import { expression } from "./expression.ts";

export interface ColumnDraft {
  name: string;
  type: string;
  nullable: boolean;
  unique: boolean;
  /** As the user writes it; nothing if there is none. */
  fallback: string;
  comment: string;
  /** Set anew whenever the row is changed. */
  touched?: boolean;
}

export interface KeyDraft {
  table: TableRef;
  /** Of this table, and of the other. */
  pairs: { from: string; to: string }[];
  onUpdate: Reaction;
  onDelete: Reaction;
}

export const REACTIONS = ["no action", "restrict", "cascade", "set null", "set default"] as const;
export type Reaction = (typeof REACTIONS)[number];

export interface CheckDraft {
  name: string;
  condition: string;
}

export interface TableDraft {
  table: TableRef;
  comment: string;
  columns: ColumnDraft[];
  primaryKey: string[];
  uniques: string[][];
  foreignKeys: KeyDraft[];
  checks: CheckDraft[];
}

export function list(columns: readonly string[]): string {
  return `(${columns.map(identifier).join(", ")})`;
}

function column({ name, type, nullable, unique, fallback }: ColumnDraft): string {
  const value = fallback.trim() === "" ? "" : ` default ${expression(type, fallback)}`;
  return `${identifier(name)} ${type.trim()}${nullable ? "" : " not null"}${value}${unique ? " unique" : ""}`;
}

export function foreignKey({ table, pairs, onUpdate, onDelete }: KeyDraft): string {
  const from = list(pairs.map((pair) => pair.from));
  const to = list(pairs.map((pair) => pair.to));
  return `foreign key ${from} references ${tableName(table)} ${to} on update ${onUpdate} on delete ${onDelete}`;
}

export function check({ name, condition }: CheckDraft): string {
  return `${name.trim() === "" ? "" : `constraint ${identifier(name.trim())} `}check (${condition.trim()})`;
}

export function createTable(draft: TableDraft): string {
  const { table, columns, primaryKey } = draft;
  const parts = [
    ...columns.map(column),
    ...(primaryKey.length > 0 ? [`primary key ${list(primaryKey)}`] : []),
    ...draft.uniques.map((unique) => `unique ${list(unique)}`),
    ...draft.foreignKeys.map(foreignKey),
    ...draft.checks.map(check),
  ];
  const statements = [
    `create table ${tableName(table)} (\n  ${parts.join(",\n  ")}\n)`,
    ...(draft.comment === "" ? [] : [commentOn("table", table, draft.comment)]),
    ...columns.flatMap((each) => additions(table, each)),
  ];
  return script(statements);
}

export function addColumn(table: TableRef, draft: ColumnDraft): string {
  return script([`alter table ${tableName(table)} add column ${column(draft)}`, ...additions(table, draft)]);
}

/** What cannot be said where a column is defined. */
function additions(table: TableRef, { name, comment, touched }: ColumnDraft): string[] {
  return [...(comment === "" ? [] : [commentOnColumn(table, name, comment)]), ...(touched ? touch(table, name) : [])];
}

/** Has the column hold the time of the row's last change. */
function touch(table: TableRef, name: string): string[] {
  const procedure = tableName({ schema: table.schema, name: `set_current_timestamp_${name}` });
  const body = `begin new.${identifier(name)} := now(); return new; end`;
  return [
    `create or replace function ${procedure}() returns trigger language plpgsql as ${literal(body)}`,
    `create trigger ${identifier(`set_${table.schema}_${table.name}_${name}`)} before update on ${tableName(table)}` +
      ` for each row execute procedure ${procedure}()`,
  ];
}

/** @param noun table, view …, as Postgres calls its kind */
export function commentOn(noun: string, table: TableRef, comment: string): string {
  return `comment on ${noun} ${tableName(table)} is ${literal(comment === "" ? null : comment)}`;
}

export function commentOnColumn(table: TableRef, name: string, comment: string): string {
  return `comment on column ${tableName(table)}.${identifier(name)} is ${literal(comment === "" ? null : comment)}`;
}

/** Statements, one below the other. */
export function script(statements: readonly string[]): string {
  return statements.map((each) => `${each};`).join("\n");
}
