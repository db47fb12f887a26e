import type { Command } from "../../metadata/call.ts";
import type { RemoteView } from "../types.ts";
import type { RelationshipDraft } from "./draft.ts";

/** What is edited: a relationship that was opened, or a new one, whose name is empty at first. */
export interface Edited {
  type: string;
  draft: RelationshipDraft;
  /** Of the metadata that the draft was begun with: a change of someone else's after that is not overwritten. */
  version: number;
}

export function opened(view: Pick<RemoteView, "resource_version">, type: string, draft: RelationshipDraft): Edited {
  return { type, draft, version: view.resource_version };
}

/**
 * Replaces the relationship that was opened, and makes one where none was: that one of that name is there already the
 * engine then says, instead of losing it.
 */
export function saved(
  remote: string,
  { type, draft, version }: Edited,
  name: string,
  definition: Record<string, unknown>,
): { command: Command; version: number } {
  const verb = draft.name === "" ? "create" : "update";
  return {
    command: {
      type: `${verb}_remote_schema_remote_relationship`,
      args: { remote_schema: remote, type_name: type, name, definition },
    },
    version,
  };
}
