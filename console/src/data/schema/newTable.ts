import type { CheckDraft, ColumnDraft, TableDraft } from "./ddl.ts";
import { createTable } from "./ddl.ts";
import { keyOf, type KeyInMind } from "./keyInMind.ts";
import { columnProblem, EMPTY_COLUMN } from "./usual.ts";

/** A table being thought up: what is not whole yet is not there yet. */
export interface NewTable {
  schema: string;
  name: string;
  comment: string;
  columns: ColumnDraft[];
  primaryKey: string[];
  uniques: string[][];
  foreignKeys: KeyInMind[];
  checks: CheckDraft[];
}

export function emptyTable(schema: string): NewTable {
  return {
    schema,
    name: "",
    comment: "",
    columns: [EMPTY_COLUMN],
    primaryKey: [],
    uniques: [],
    foreignKeys: [],
    checks: [],
  };
}

/** Its columns without those nobody has begun. */
export function begunColumns({ columns }: NewTable): ColumnDraft[] {
  return columns.filter((column) => column.name !== "" || column.type.trim() !== "");
}

/** What is missing before it can be made, or null. */
export function tableProblem(table: NewTable): string | null {
  const columns = begunColumns(table);
  if (table.name === "") {
    return "A table needs a name.";
  }
  for (const [index, column] of columns.entries()) {
    const before = columns.slice(0, index).map((each) => each.name);
    const problem = columnProblem(column, before);
    if (problem !== null) {
      return problem;
    }
  }
  return columns.length === 0 ? "A table needs a column." : null;
}

export function statementOf(table: NewTable): string {
  const columns = begunColumns(table);
  const names = columns.map((column) => column.name);
  const known = (some: string[]) => some.filter((name) => names.includes(name));
  const draft: TableDraft = {
    table: { schema: table.schema, name: table.name },
    comment: table.comment,
    columns,
    primaryKey: known(table.primaryKey),
    uniques: table.uniques.map(known).filter((unique) => unique.length > 0),
    foreignKeys: table.foreignKeys.map(keyOf).filter((key) => key !== null),
    checks: table.checks.filter((check) => check.condition.trim() !== ""),
  };
  return createTable(draft);
}

/** A column of that name now: what was said of it under its old one stays said. */
export function withColumn(table: NewTable, index: number, part: Partial<ColumnDraft>): NewTable {
  const old = table.columns[index]?.name ?? "";
  const renamed = (names: string[]) =>
    part.name === undefined || old === "" ? names : names.map((name) => (name === old ? (part.name ?? "") : name));
  return {
    ...table,
    columns: table.columns.map((column, at) => (at === index ? { ...column, ...part } : column)),
    primaryKey: renamed(table.primaryKey),
    uniques: table.uniques.map(renamed),
  };
}

/**
 * One more column, in the place of those that are empty.
 *
 * @param key whether it is the primary key, if there is none yet
 */
export function plusColumn(table: NewTable, column: ColumnDraft, key = false): NewTable {
  const becomesKey = key && table.primaryKey.length === 0;
  return {
    ...table,
    columns: [...begunColumns(table), column],
    primaryKey: becomesKey ? [column.name] : table.primaryKey,
  };
}
