import { tableRef, type TableRef } from "../../metadata/names.ts";
import type { Pair } from "../../parts/Pairs.tsx";
import { batchOf, writtenBatch, type Batch } from "./batch.ts";
import { fieldsOf, givenOf, valuesOf, type Given } from "./given.ts";
import { only } from "./only.ts";

/** Where a relationship leads, as its form has it. */
export type Target =
  | { kind: "table"; source: string; table: TableRef | null; type: "object" | "array"; pairs: Pair[] }
  | { kind: "remote"; remote: string; field: string; given: Record<string, Given>; batch: Batch | null }
  | { kind: "action"; action: string; given: Record<string, Given>; batch: boolean }
  /** For what the form does not know: several fields deep, fields within an argument's value. */
  | { kind: "json"; json: string };

/** The `definition` of the metadata; null as long as something is missing. */
export function definitionOf(target: Target): Record<string, unknown> | null {
  switch (target.kind) {
    case "table": {
      const pairs = target.pairs.filter((pair) => pair.from !== "" || pair.to !== "");
      const complete = target.table !== null && pairs.length > 0 && pairs.every((pair) => pair.from && pair.to);
      return complete
        ? {
            to_source: {
              source: target.source,
              table: target.table,
              relationship_type: target.type,
              field_mapping: Object.fromEntries(pairs.map((pair) => [pair.from, pair.to])),
            },
          }
        : null;
    }
    case "remote": {
      const values = valuesOf(target.given);
      const fields = fieldsOf(target.given);
      const { batch } = target;
      const told = batch === null || batch.matchBy !== "";
      return target.remote === "" || target.field === "" || values === null || fields.length === 0 || !told
        ? null
        : {
            to_remote_schema: {
              remote_schema: target.remote,
              lhs_fields: fields,
              remote_field: { [target.field]: { arguments: values } },
              ...(batch === null ? {} : { batch: writtenBatch(batch) }),
            },
          };
    }
    case "action": {
      const values = valuesOf(target.given);
      return target.action === "" || values === null || fieldsOf(target.given).length === 0
        ? null
        : { to_action: { action: target.action, arguments: values, ...(target.batch ? { batch: true } : {}) } };
    }
    case "json":
      return object(target.json);
  }
}

/** What the form can show of a definition and give back; what it cannot, as JSON. */
export function targetOf(definition: Record<string, unknown>): Target {
  const shown = shownOf(definition);
  return shown !== null && definitionOf(shown) !== null
    ? shown
    : { kind: "json", json: JSON.stringify(definition, null, 2) };
}

function shownOf(definition: Record<string, unknown>): Target | null {
  if (Object.keys(definition).length !== 1) {
    return null;
  }
  const {
    to_source: table,
    to_remote_schema: remote,
    to_action: action,
  } = definition as Record<string, Part | undefined>;
  if (table && only(table, ["source", "table", "relationship_type", "field_mapping"])) {
    const mapping = Object.entries((table.field_mapping ?? {}) as Record<string, string>);
    return {
      kind: "table",
      source: String(table.source ?? "default"),
      table: tableRef(table.table as TableRef | string),
      type: table.relationship_type === "array" ? "array" : "object",
      pairs: mapping.map(([from, to]) => ({ from, to })),
    };
  }
  const fields = Object.entries((remote?.remote_field ?? {}) as Record<string, Part>);
  const [first] = fields;
  const known = remote && only(remote, ["remote_schema", "lhs_fields", "remote_field", "batch"]);
  if (known && fields.length === 1 && first && only(first[1], ["arguments"])) {
    const given = givenOf((first[1].arguments ?? {}) as Record<string, unknown>);
    const joined = given === null ? [] : fieldsOf(given);
    // Without a value for one of these there is no join: none of them may get lost.
    const all = ((remote.lhs_fields ?? []) as string[]).every((each) => joined.includes(each));
    const batch = batchOf(remote.batch);
    return given && all && (batch === null) === (remote.batch === undefined)
      ? { kind: "remote", remote: String(remote.remote_schema), field: first[0], given, batch }
      : null;
  }
  if (action && only(action, ["action", "arguments", "batch"])) {
    const given = givenOf((action.arguments ?? {}) as Record<string, unknown>);
    return given && { kind: "action", action: String(action.action), given, batch: action.batch === true };
  }
  return null;
}

type Part = Record<string, unknown>;

function object(json: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** In words: `public.users, by id → id`. */
export function toldTarget(target: Target): string {
  switch (target.kind) {
    case "table": {
      const name = target.table === null ? "" : `${target.table.schema}.${target.table.name}`;
      const by = target.pairs.map((pair) => `${pair.from} → ${pair.to}`).join(", ");
      return `${target.type === "array" ? "rows" : "one row"} of ${name} by ${by}`;
    }
    case "remote":
      return `${target.field} of the remote schema ${target.remote}`;
    case "action":
      return `the action ${target.action}`;
    case "json": {
      const definition = (object(target.json) ?? {}) as Record<string, Part | undefined>;
      const remote = definition.to_remote_schema?.remote_schema;
      const action = definition.to_action?.action;
      return typeof remote === "string"
        ? `the remote schema ${remote}`
        : typeof action === "string"
          ? `the action ${action}`
          : Object.keys(definition).join(", ");
    }
  }
}
