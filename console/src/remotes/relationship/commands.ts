import type { Command } from "../../metadata/call.ts";
import type { RemoteRelationship, RemoteView } from "../types.ts";
import { draftOf, NEW, type Entry, type RelationshipDraft } from "./draft.ts";

/** What is edited: a relationship that was opened, or a new one. */
export interface Edited {
  type: string;
  draft: RelationshipDraft;
  /** What was opened, whose other keys stay; null for a new one. */
  before: RemoteRelationship | null;
  /** Of the metadata that the draft was begun with: a change of someone else's after that is not overwritten. */
  version: number;
}

/** @param before null for a new one */
export function opened(
  view: Pick<RemoteView, "resource_version">,
  type: string,
  before: RemoteRelationship | null,
): Edited {
  const draft = before === null ? NEW : draftOf(before);
  return { type, draft, before, version: view.resource_version };
}

/** Names that a new one cannot have: the engine would replace what has them without a word. */
export function takenNames({ remote_schema }: Pick<RemoteView, "remote_schema">, { type, before }: Edited): string[] {
  return (remote_schema.remote_relationships ?? [])
    .filter((each) => each.type_name === type)
    .flatMap((each) => each.relationships.map(({ name }) => name))
    .filter((name) => name !== before?.name);
}

export function saved(
  remote: string,
  { type, before, version }: Edited,
  entry: Entry,
): { command: Command; version: number } {
  const verb = before === null ? "create" : "update";
  const args = { ...entry, remote_schema: remote, type_name: type };
  return { command: { type: `${verb}_remote_schema_remote_relationship`, args }, version };
}
