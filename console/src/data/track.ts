import type { Command } from "../metadata/call.ts";
import type { TableRef } from "../metadata/names.ts";

const GRAPHQL_NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** A table whose name GraphQL does not allow is called by one made of its letters: else nobody could ask for it. */
export function trackArgs(source: string, table: TableRef) {
  const stem = table.schema === "public" ? table.name : `${table.schema}_${table.name}`;
  return GRAPHQL_NAME.test(stem)
    ? { source, table }
    : { source, table, configuration: { custom_name: graphqlName(stem) } };
}

export function trackCommand(source: string, table: TableRef): Command {
  return { type: "pg_track_table", args: trackArgs(source, table) };
}

/** `my table!` as `my_table`. */
export function graphqlName(text: string): string {
  const words = text.replaceAll(/[^_0-9A-Za-z]+/g, "_").replaceAll(/^_+|_+$/g, "");
  return /^[A-Za-z]/.test(words) ? words : `table_${words}`.replace(/_$/, "");
}
