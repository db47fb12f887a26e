import { tableRef, type TableRef } from "../metadata/names.ts";
import { bare } from "./check.ts";
import type { CustomTypes, ObjectType, TypeRelationship } from "./types.ts";

/** The form "Add a relationship" as its user filled it in. */
export interface RelationshipDraft {
  type: "object" | "array";
  name: string;
  source: string;
  table: TableRef | null;
  /** From a field of the type to a column of the table; the last may be empty. */
  pairs: { from: string; to: string }[];
  /** Whether a failure of the database makes the field null instead of failing the request. */
  partial: boolean;
}

export const NEW_RELATIONSHIP: RelationshipDraft = {
  type: "object",
  name: "",
  source: "default",
  table: null,
  pairs: [],
  partial: false,
};

/** What is still missing, or null. */
export function missing(draft: RelationshipDraft, type: ObjectType): string | null {
  if (!/^[_A-Za-z][_0-9A-Za-z]*$/.test(draft.name)) {
    return "The name has letters, digits and underscores, and begins with no digit.";
  }
  if (type.fields.some((field) => field.name === draft.name)) {
    return `${type.name} has a field ${draft.name} already.`;
  }
  if (draft.table === null) {
    return "Choose the table.";
  }
  const filled = draft.pairs.filter((pair) => pair.from !== "" || pair.to !== "");
  if (filled.length === 0) {
    return "Choose a field and the column that it is held against.";
  }
  if (filled.some((pair) => pair.from === "" || pair.to === "")) {
    return "Each field needs a column, and each column a field.";
  }
  return new Set(filled.map((pair) => pair.from)).size < filled.length ? "A field stands there twice." : null;
}

/** As the metadata has it. @param before what is changed, whose other keys stay */
export function built(draft: RelationshipDraft, before: TypeRelationship | null = null): TypeRelationship {
  // Left out it means no, also to the engine.
  const { partial: _, ...kept } = before ?? ({} as Partial<TypeRelationship>);
  const filled = draft.pairs.filter((pair) => pair.from !== "" && pair.to !== "");
  return {
    ...kept,
    name: draft.name,
    type: draft.type,
    source: draft.source,
    ...(draft.table === null ? {} : { remote_table: draft.table }),
    field_mapping: Object.fromEntries(filled.map((pair) => [pair.from, pair.to])),
    ...(draft.partial ? { partial: true } : {}),
  };
}

export function drafted(relationship: TypeRelationship): RelationshipDraft {
  const pairs = Object.entries(relationship.field_mapping ?? {}).map(([from, to]) => ({ from, to }));
  return {
    type: relationship.type ?? "object",
    name: relationship.name,
    source: relationship.source ?? "default",
    table: relationship.remote_table === undefined ? null : tableRef(relationship.remote_table),
    pairs,
    partial: relationship.partial === true,
  };
}

/** The type with this relationship instead of that of the name given, or besides all. */
export function withRelationship(type: ObjectType, relationship: TypeRelationship, instead: string | null): ObjectType {
  const before = type.relationships ?? [];
  const known = before.some((each) => each.name === instead);
  return {
    ...type,
    relationships: known
      ? before.map((each) => (each.name === instead ? relationship : each))
      : [...before, relationship],
  };
}

export function withoutRelationship(type: ObjectType, name: string): ObjectType {
  return { ...type, relationships: (type.relationships ?? []).filter((each) => each.name !== name) };
}

/** The object types among an action's types, what it answers first. */
export function answered(types: CustomTypes, outputType: string | undefined): ObjectType[] {
  const root = bare(outputType ?? "");
  const objects = types.objects ?? [];
  return [...objects.filter((type) => type.name === root), ...objects.filter((type) => type.name !== root)];
}

/** A name that says where it leads and is not taken: `user` for `users` of a list of them. */
export function suggestedName(table: TableRef, kind: "object" | "array", type: ObjectType): string {
  const stem = table.name.replaceAll(/\W/g, "_").replace(/^(?=\d)/, "_");
  const wanted = kind === "object" ? stem.replace(/(?<=..)s$/, "") : stem;
  const taken = new Set([...type.fields, ...(type.relationships ?? [])].map((each) => each.name));
  return taken.has(wanted) ? `${wanted}_${kind === "object" ? "row" : "rows"}` : wanted;
}
