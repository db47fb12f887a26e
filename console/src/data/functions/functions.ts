import type { Command } from "../../metadata/call.ts";
import { tableText, type TableRef } from "../../metadata/names.ts";
import type { Versioned } from "../../metadata/types.ts";

export interface Argument {
  name?: string;
  type: string;
  /** The table of which it takes a row. */
  row_of?: TableRef;
}

export interface Overload {
  volatility: "immutable" | "stable" | "volatile";
  returns: string;
  /** The table whose rows it returns. */
  table?: TableRef;
  arguments: Argument[];
  comment?: string;
}

export interface FunctionConfiguration {
  custom_name?: string;
  custom_root_fields?: { function?: string; function_aggregate?: string };
  session_argument?: string;
  exposed_as?: "query" | "mutation";
  [more: string]: unknown;
}

export interface FunctionRow {
  function: TableRef;
  tracked: boolean;
  overloads: Overload[];
  metadata?: { configuration?: FunctionConfiguration; permissions?: { role: string }[]; comment?: string };
}

export interface FunctionPage extends Versioned {
  total: number;
  functions: FunctionRow[];
}

/** `find(text) returns setof users`. */
export function signature(name: TableRef, { arguments: list, returns }: Overload): string {
  const of = list.map(({ name: each, type }) => (each === undefined ? type : `${each} ${type}`)).join(", ");
  return `${tableText(name)}(${of}) returns ${returns}`;
}

/** Why the engine would not track it, as far as that can be told from here; null if nothing speaks against it. */
export function hindrance({ overloads }: FunctionRow): string | null {
  const [only] = overloads;
  if (only === undefined) {
    return "The database has no such function.";
  }
  return overloads.length > 1 ? "There are several functions of this name." : null;
}

/** Whether it takes a row of a table, as computed fields do. */
export function isOfARow({ overloads }: FunctionRow): boolean {
  return overloads.some((each) => each.arguments.some(({ row_of }) => row_of !== undefined));
}

/** What the form of a tracked function holds. */
export interface FunctionDraft {
  exposedAs: "" | "query" | "mutation";
  name: string;
  field: string;
  aggregate: string;
  session: string;
  roles: string[];
}

export function draftOf({ metadata }: FunctionRow): FunctionDraft {
  const configuration = metadata?.configuration ?? {};
  return {
    exposedAs: configuration.exposed_as ?? "",
    name: configuration.custom_name ?? "",
    field: configuration.custom_root_fields?.function ?? "",
    aggregate: configuration.custom_root_fields?.function_aggregate ?? "",
    session: configuration.session_argument ?? "",
    roles: (metadata?.permissions ?? []).map((each) => each.role),
  };
}

function configurationOf(row: FunctionRow, draft: FunctionDraft): FunctionConfiguration {
  const {
    custom_name: _n,
    custom_root_fields: _r,
    session_argument: _s,
    exposed_as: _e,
    ...kept
  } = row.metadata?.configuration ?? {};
  const roots = {
    ...(draft.field === "" ? {} : { function: draft.field }),
    ...(draft.aggregate === "" ? {} : { function_aggregate: draft.aggregate }),
  };
  return {
    ...kept,
    ...(draft.name === "" ? {} : { custom_name: draft.name }),
    ...(Object.keys(roots).length > 0 ? { custom_root_fields: roots } : {}),
    ...(draft.session === "" ? {} : { session_argument: draft.session }),
    ...(draft.exposedAs === "" ? {} : { exposed_as: draft.exposedAs }),
  };
}

/** The commands that make of the function what the draft says; none if it is that already. */
export function saveCommands(source: string, row: FunctionRow, draft: FunctionDraft): Command[] {
  const before = draftOf(row);
  const args = { source, function: row.function };
  const { roles: had, ...rest } = before;
  const { roles, ...wanted } = draft;
  const customized = JSON.stringify(rest) !== JSON.stringify(wanted);
  const configuration = configurationOf(row, draft);
  return [
    ...(customized ? [{ type: "pg_set_function_customization", args: { ...args, configuration } }] : []),
    ...had
      .filter((role) => !roles.includes(role))
      .map((role) => ({ type: "pg_drop_function_permission", args: { ...args, role } })),
    ...roles
      .filter((role) => !had.includes(role))
      .map((role) => ({ type: "pg_create_function_permission", args: { ...args, role } })),
  ];
}

export function trackCommand(source: string, row: FunctionRow, as: FunctionDraft["exposedAs"]): Command {
  const configuration = as === "" ? {} : { configuration: { exposed_as: as } };
  return { type: "pg_track_function", args: { source, function: row.function, ...configuration } };
}
