import type { Command } from "../../metadata/call.ts";
import type { RelationshipDraft } from "./draft.ts";

/**
 * Replaces the relationship that was opened, and makes one where none was: that one of that name is there already the
 * engine then says, instead of losing it.
 *
 * @param initial what the form was begun with
 */
export function saveCommand(
  remote: string,
  type: string,
  initial: RelationshipDraft,
  name: string,
  definition: Record<string, unknown>,
): Command {
  const verb = initial.name === "" ? "create" : "update";
  return {
    type: `${verb}_remote_schema_remote_relationship`,
    args: { remote_schema: remote, type_name: type, name, definition },
  };
}
