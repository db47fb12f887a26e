import type { TableRef } from "../../metadata/names.ts";
import type { Command } from "../../metadata/call.ts";

interface End {
  table: TableRef;
  columns: string[];
  constraint_name?: string;
}

/** As `dovetail_suggest_relationships` has it. */
export interface Suggestion {
  type: "object" | "array";
  from: End;
  to: End;
  /** That its table has not given to anything else. */
  name: string;
}

export interface SuggestionPage {
  resource_version: number;
  total: number;
  relationships: Suggestion[];
}

/** What makes it this one. */
export function keyOf({ type, from, to }: Suggestion): string {
  return JSON.stringify([type, from, to]);
}

/** The command that makes it. */
export function commandOf(source: string, { type, from, to }: Suggestion, name: string): Command {
  const own = from.constraint_name !== undefined;
  const column = (columns: string[]) => (columns.length === 1 ? { column: columns[0] } : { columns });
  const constraint = own
    ? from.columns.length === 1
      ? from.columns[0]
      : from.columns
    : { table: to.table, ...column(to.columns) };
  return {
    type: type === "object" ? "pg_create_object_relationship" : "pg_create_array_relationship",
    args: { source, table: from.table, name, using: { foreign_key_constraint_on: constraint } },
  };
}
