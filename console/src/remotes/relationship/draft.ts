import { definitionOf, targetOf, type Target } from "./target.ts";

export interface RelationshipDraft {
  name: string;
  target: Target;
  /** Whether a failure of the other side makes the field null instead of failing the request. */
  partial: boolean;
}

export const NEW: RelationshipDraft = {
  name: "",
  target: { kind: "table", source: "default", table: null, type: "object", pairs: [] },
  partial: false,
};

/** A relationship in the metadata: other keys are kept. */
export interface Entry {
  name: string;
  definition: Record<string, unknown>;
  [more: string]: unknown;
}

export function draftOf({ name, definition, partial }: Entry): RelationshipDraft {
  return { name, target: targetOf(definition), partial: partial === true };
}

/** What is saved; null as long as something is missing. @param before what is changed, whose other keys stay */
export function entryOf({ name, target, partial }: RelationshipDraft, before: Entry | null): Entry | null {
  const definition = definitionOf(target);
  // Left out it means no, also to the engine.
  const { partial: _, ...kept } = before ?? ({} as Partial<Entry>);
  return definition && { ...kept, name, definition, ...(partial ? { partial } : {}) };
}

/** What another way of saying where it leads begins with; as JSON what the form had, or else what was there before. */
export function begun(
  kind: string,
  had: Record<string, unknown> | null,
  before: Record<string, unknown> | null,
): Target {
  switch (kind) {
    case "remote":
      return { kind, remote: "", field: "", given: {}, batch: null };
    case "action":
      return { kind, action: "", given: {}, batch: false };
    case "json":
      return { kind, json: JSON.stringify(had ?? before ?? {}, null, 2) };
    default:
      return NEW.target;
  }
}

const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** Why it cannot be saved yet; null when it can. */
export function problemOf({ name, target }: RelationshipDraft, fields: string[], taken: string[]): string | null {
  if (!NAME.test(name)) {
    return "The name has letters, digits and underscores, and begins with no digit.";
  }
  if (fields.includes(name)) {
    return `There is a field ${name} already.`;
  }
  if (taken.includes(name)) {
    return `There is a relationship ${name} already.`;
  }
  return definitionOf(target) === null ? "Something is missing yet." : null;
}
