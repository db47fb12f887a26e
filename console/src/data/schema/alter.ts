/** SQL that changes what there is of a table. */
import type { TableRef } from "../../metadata/names.ts";
import { identifier, tableName } from "../sql.ts";
import {
  check,
  commentOnColumn,
  foreignKey,
  list,
  script,
  type CheckDraft,
  type ColumnDraft,
  type KeyDraft,
} from "./ddl.ts";
import type { ColumnFacts } from "./describe.ts";
import { expression } from "./expression.ts";
import type { Statement } from "./useDdl.tsx";

export interface IndexDraft {
  name: string;
  columns: string[];
  method: string;
  unique: boolean;
  /** Which rows are in it, as SQL; nothing for all. */
  condition: string;
}

/** The column as the editor begins with it. */
export function draftOf(facts: ColumnFacts, unique: boolean): ColumnDraft {
  const { name, type, nullable, comment } = facts;
  return { name, type, nullable, unique, fallback: facts.fallback ?? "", comment: comment ?? "" };
}

/**
 * The statements that make of a column what is wanted; nothing if it is that already.
 *
 * @param unique the constraint that holds each value to be there once, if there is one
 */
export function alterColumn(table: TableRef, facts: ColumnFacts, unique: string | null, to: ColumnDraft): string {
  const before = draftOf(facts, unique !== null);
  const name = identifier(facts.name);
  const type = to.type.trim();
  const actions: string[] = [];
  if (type !== before.type) {
    actions.push(`alter column ${name} type ${type} using ${name}::${type}`);
  }
  if (to.fallback.trim() !== before.fallback.trim()) {
    const value = to.fallback.trim();
    actions.push(`alter column ${name} ${value === "" ? "drop default" : `set default ${expression(type, value)}`}`);
  }
  if (to.nullable !== before.nullable) {
    actions.push(`alter column ${name} ${to.nullable ? "drop" : "set"} not null`);
  }
  if (to.unique !== before.unique) {
    actions.push(unique === null ? `add unique (${name})` : `drop constraint ${identifier(unique)}`);
  }
  return script([
    ...(actions.length > 0 ? [alter(table, actions)] : []),
    ...(to.comment !== before.comment ? [commentOnColumn(table, facts.name, to.comment)] : []),
    ...(to.name !== facts.name ? [`${alter(table, [])}rename column ${name} to ${identifier(to.name)}`] : []),
  ]);
}

export function dropColumn(table: TableRef, name: string): Statement {
  return dropping(`${alter(table, [])}drop column ${identifier(name)}`);
}

export function dropConstraint(table: TableRef, name: string): Statement {
  return dropping(`${alter(table, [])}drop constraint ${identifier(name)}`);
}

/** @param before the constraint that goes, if there is one; nobody else sees the table without a key meanwhile */
export function setPrimaryKey(table: TableRef, before: string | null, columns: string[]): string {
  const drop = before === null ? [] : [`drop constraint ${identifier(before)}`];
  return script([alter(table, [...drop, `add primary key ${list(columns)}`])]);
}

export function addForeignKey(table: TableRef, draft: KeyDraft): string {
  return script([alter(table, [`add ${foreignKey(draft)}`])]);
}

export function addUnique(table: TableRef, columns: string[]): string {
  return script([alter(table, [`add unique ${list(columns)}`])]);
}

export function addCheck(table: TableRef, draft: CheckDraft): string {
  return script([alter(table, [`add ${check(draft)}`])]);
}

export function createIndex(table: TableRef, { name, columns, method, unique, condition }: IndexDraft): string {
  const named = name.trim() === "" ? "" : `${identifier(name.trim())} `;
  const where = condition.trim() === "" ? "" : ` where ${condition.trim()}`;
  const kind = unique ? "unique index" : "index";
  return script([`create ${kind} ${named}on ${tableName(table)} using ${method} ${list(columns)}${where}`]);
}

export function dropIndex(schema: string, name: string): Statement {
  return dropping(`drop index ${tableName({ schema, name })}`);
}

export function rename(noun: string, table: TableRef, name: string): string {
  return script([`alter ${noun} ${tableName(table)} rename to ${identifier(name)}`]);
}

export function dropTable(noun: string, table: TableRef): Statement {
  return dropping(`drop ${noun} ${tableName(table)}`);
}

/** What Postgres calls a kind of table. */
export function nounOf(kind: string): string {
  switch (kind) {
    case "view":
    case "foreign":
    case "materialized_view":
      return kind === "foreign" ? "foreign table" : kind.replace("_", " ");
    default:
      return "table";
  }
}

export function dropping(statement: string): Statement {
  return { sql: `${statement};`, cascading: `${statement} cascade;` };
}

function alter(table: TableRef, actions: string[]): string {
  return `alter table ${tableName(table)}${actions.length > 1 ? "\n  " : " "}${actions.join(",\n  ")}`;
}
