import { batchOf, writtenBatch, type Batch } from "../remotes/relationship/batch.ts";
import { only } from "../remotes/relationship/only.ts";
import type { ObjectType, TypeRelationship } from "./types.ts";

/** A relationship to a remote schema or to another action, as its form holds it. */
export interface ElsewhereDraft {
  to: "remote" | "action";
  name: string;
  /** The remote schema, or the action. */
  target: string;
  /** Of the remote schema. */
  field: string;
  /** From a field of the type to an argument. */
  pairs: { from: string; to: string }[];
  /** Whether the action takes a list of inputs and answers a list. */
  batch: boolean;
  /** Of a field of a remote schema that takes a list of keys. */
  keys: Batch | null;
  /** Whether a failure of the other side makes the field null instead of failing the request. */
  partial: boolean;
}

export const NEW_ELSEWHERE: ElsewhereDraft = {
  to: "remote",
  name: "",
  target: "",
  field: "",
  pairs: [],
  batch: false,
  keys: null,
  partial: false,
};

type Arguments = Record<string, unknown>;

interface Definition {
  to_remote_schema?: {
    remote_schema: string;
    lhs_fields?: string[];
    remote_field: Record<string, { arguments: Arguments }>;
    batch?: unknown;
  };
  to_action?: { action: string; arguments: Arguments; batch?: boolean };
}

const REMOTE_KEYS = ["remote_schema", "lhs_fields", "remote_field", "batch"];
const ACTION_KEYS = ["action", "arguments", "batch"];

/** Null for what leads to a table, or holds more than the form can show. */
export function drafted(relationship: TypeRelationship): ElsewhereDraft | null {
  const definition = (relationship.definition ?? {}) as Definition;
  const { to_remote_schema: remote, to_action: action } = definition;
  const begun = { ...NEW_ELSEWHERE, name: relationship.name, partial: relationship.partial === true };
  if (Object.keys(definition).length !== 1) {
    return null;
  }
  if (action) {
    if (!only(action, ACTION_KEYS)) {
      return null;
    }
    const pairs = pairsOf(action.arguments);
    const batch = action.batch ?? false;
    return pairs && { ...begun, to: "action", target: action.action, pairs, batch };
  }
  const calls = Object.entries(remote?.remote_field ?? {});
  const [field, call] = calls[0] ?? [];
  if (!remote || field === undefined || call === undefined || calls.length > 1) {
    return null;
  }
  const keys = batchOf(remote.batch);
  const whole = only(remote, REMOTE_KEYS) && only(call, ["arguments"]);
  if (!whole || (keys === null) !== (remote.batch === undefined)) {
    return null;
  }
  const pairs = pairsOf(call.arguments);
  // Without a value for one of these there is no join: none of them may get lost.
  const all = (remote.lhs_fields ?? []).every((each) => pairs?.some((pair) => pair.from === each));
  return pairs && all ? { ...begun, to: "remote", target: remote.remote_schema, field, pairs, keys } : null;
}

function pairsOf(given: Arguments): ElsewhereDraft["pairs"] | null {
  const entries = Object.entries(given);
  const plain = entries.every(([, value]) => typeof value === "string" && /^\$\w+$/.test(value));
  return plain ? entries.map(([to, value]) => ({ from: String(value).slice(1), to })) : null;
}

export function missing(draft: ElsewhereDraft, type: ObjectType): string | null {
  if (!/^[_A-Za-z][_0-9A-Za-z]*$/.test(draft.name)) {
    return "The name has letters, digits and underscores, and begins with no digit.";
  }
  if (type.fields.some((field) => field.name === draft.name)) {
    return `${type.name} has a field ${draft.name} already.`;
  }
  if (draft.target === "") {
    return draft.to === "remote" ? "Choose the remote schema." : "Choose the action.";
  }
  if (draft.to === "remote" && draft.field === "") {
    return "Choose the field of the remote schema.";
  }
  const filled = draft.pairs.filter((pair) => pair.from !== "" || pair.to !== "");
  if (filled.length === 0) {
    return "Choose a field and the argument that gets its value.";
  }
  if (filled.some((pair) => pair.from === "" || pair.to === "")) {
    return "Each field needs an argument, and each argument a field.";
  }
  if (new Set(filled.map((pair) => pair.to)).size < filled.length) {
    return "An argument stands there twice.";
  }
  return draft.keys?.matchBy === "" ? "Say which field of the answer holds the key." : null;
}

/** As the metadata has it. @param before what is changed, whose other keys stay */
export function built(draft: ElsewhereDraft, before: TypeRelationship | null = null): TypeRelationship {
  // Left out it means no, also to the engine.
  const { partial: _, ...kept } = before ?? ({} as Partial<TypeRelationship>);
  const filled = draft.pairs.filter((pair) => pair.from !== "" && pair.to !== "");
  const given = Object.fromEntries(filled.map((pair) => [pair.to, `$${pair.from}`]));
  const partial = draft.partial ? { partial: true } : {};
  if (draft.to === "action") {
    const to_action = { action: draft.target, arguments: given, ...(draft.batch ? { batch: true } : {}) };
    return { ...kept, name: draft.name, definition: { to_action }, ...partial };
  }
  const to_remote_schema = {
    remote_schema: draft.target,
    lhs_fields: [...new Set(filled.map((pair) => pair.from))],
    remote_field: { [draft.field]: { arguments: given } },
    ...(draft.keys === null ? {} : { batch: writtenBatch(draft.keys) }),
  };
  return { ...kept, name: draft.name, definition: { to_remote_schema }, ...partial };
}
