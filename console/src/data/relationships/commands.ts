import type { Command } from "../../metadata/call.ts";
import type { TableRef } from "../../metadata/names.ts";
import type { NamedEntry } from "../../metadata/types.ts";

export type Kind = "object" | "array" | "remote";

/** Permissions that reach through it go along. */
export function deleteCommand(source: string, table: TableRef, kind: Kind, name: string): Command {
  return kind === "remote"
    ? { type: "pg_delete_remote_relationship", args: { source, table, name } }
    : { type: "pg_drop_relationship", args: { source, table, relationship: name, cascade: true } };
}

/** A remote one has no command for that: the old goes, the new comes, as one change. */
export function renameCommands(source: string, table: TableRef, kind: Kind, entry: NamedEntry, to: string): Command[] {
  const { name, ...rest } = entry;
  return kind === "remote"
    ? [
        deleteCommand(source, table, kind, name),
        { type: "pg_create_remote_relationship", args: { source, table, ...rest, name: to } },
      ]
    : [{ type: "pg_rename_relationship", args: { source, table, name, new_name: to } }];
}

/** @param isNew otherwise one of this name is changed, and what the entry does not say is gone */
export function remoteCommand(source: string, table: TableRef, entry: NamedEntry, isNew: boolean): Command {
  const type = isNew ? "pg_create_remote_relationship" : "pg_update_remote_relationship";
  return { type, args: { source, table, ...entry } };
}
