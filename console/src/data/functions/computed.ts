import type { Command } from "../../metadata/call.ts";
import { sameTable, tableRef, type TableRef } from "../../metadata/names.ts";
import type { NamedEntry } from "../../metadata/types.ts";
import type { FunctionRow } from "./functions.ts";

/** What the form of a computed field holds. */
export interface ComputedDraft {
  name: string;
  function: TableRef | null;
  /** Which argument takes the row; the first, if nothing is said. */
  tableArgument: string;
  sessionArgument: string;
  comment: string;
}

interface Definition {
  function?: string | TableRef;
  table_argument?: string;
  session_argument?: string;
}

export const NO_FIELD: ComputedDraft = {
  name: "",
  function: null,
  tableArgument: "",
  sessionArgument: "",
  comment: "",
};

export function draftOf({ name, comment = "", definition }: NamedEntry): ComputedDraft {
  const of = (definition ?? {}) as Definition;
  return {
    name,
    function: of.function === undefined ? null : tableRef(of.function),
    tableArgument: of.table_argument ?? "",
    sessionArgument: of.session_argument ?? "",
    comment,
  };
}

/** The arguments of a function that take a row of the table, and those that may take the session. */
export function choices(row: FunctionRow | undefined, table: TableRef): { rows: string[]; sessions: string[] } {
  const all = row?.overloads[0]?.arguments ?? [];
  const named = all.filter((each) => each.name !== undefined && each.name !== "");
  const rows = named.filter((each) => each.row_of !== undefined && sameTable(each.row_of, table));
  const sessions = named.filter((each) => each.type === "json");
  return { rows: rows.map((each) => each.name ?? ""), sessions: sessions.map((each) => each.name ?? "") };
}

export function dropCommand(source: string, table: TableRef, name: string): Command {
  return { type: "pg_drop_computed_field", args: { source, table, name, cascade: false } };
}

/** There is no command that changes one: the old goes, the new comes, as one change. @param before its name till now */
export function saveCommands(source: string, table: TableRef, draft: ComputedDraft, before: string | null): Command[] {
  const definition = {
    function: draft.function,
    ...(draft.tableArgument === "" ? {} : { table_argument: draft.tableArgument }),
    ...(draft.sessionArgument === "" ? {} : { session_argument: draft.sessionArgument }),
  };
  const comment = draft.comment === "" ? {} : { comment: draft.comment };
  const add = { type: "pg_add_computed_field", args: { source, table, name: draft.name, definition, ...comment } };
  return before === null ? [add] : [dropCommand(source, table, before), add];
}
