import type { Command } from "../../metadata/call.ts";
import type { TableRef } from "../../metadata/names.ts";

export type Kind = "object" | "array" | "remote";

/** Permissions that reach through it go along. */
export function deleteCommand(source: string, table: TableRef, kind: Kind, name: string): Command {
  return kind === "remote"
    ? { type: "pg_delete_remote_relationship", args: { source, table, name } }
    : { type: "pg_drop_relationship", args: { source, table, relationship: name, cascade: true } };
}

/** A remote one has no command for that: the old goes, the new comes, as one change. */
export function renameCommands(
  source: string,
  table: TableRef,
  kind: Kind,
  name: string,
  to: string,
  definition: unknown,
): Command[] {
  return kind === "remote"
    ? [
        deleteCommand(source, table, kind, name),
        { type: "pg_create_remote_relationship", args: { source, table, name: to, definition } },
      ]
    : [{ type: "pg_rename_relationship", args: { source, table, name, new_name: to } }];
}

/** @param exists whether it is changed; else it is new */
export function remoteCommand(
  source: string,
  table: TableRef,
  name: string,
  definition: unknown,
  exists: boolean,
): Command {
  const type = exists ? "pg_update_remote_relationship" : "pg_create_remote_relationship";
  return { type, args: { source, table, name, definition } };
}
