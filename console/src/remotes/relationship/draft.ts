import { tableRef, type TableRef } from "../../metadata/names.ts";
import type { Pair } from "../../parts/Pairs.tsx";

/** What is given for an argument: a field of the type, a fixed value in JSON, or nothing: then the client gives it. */
export type Given = { kind: "field"; field: string } | { kind: "fixed"; json: string } | { kind: "client" };

/** Where a relationship leads, as its form has it. */
export type Target =
  | { kind: "table"; source: string; table: TableRef | null; type: "object" | "array"; pairs: Pair[] }
  | { kind: "remote"; remote: string; field: string; given: Record<string, Given> }
  | { kind: "action"; action: string; given: Record<string, Given> }
  /** For what the form does not know: several fields deep, in batches, fields within an argument's value. */
  | { kind: "json"; json: string };

export interface RelationshipDraft {
  name: string;
  target: Target;
}

export const NEW: RelationshipDraft = {
  name: "",
  target: { kind: "table", source: "default", table: null, type: "object", pairs: [] },
};

/** What another way of saying where it leads begins with; as JSON what the form had, or else what was there before. */
export function begun(
  kind: string,
  had: Record<string, unknown> | null,
  before: Record<string, unknown> | null,
): Target {
  switch (kind) {
    case "remote":
      return { kind, remote: "", field: "", given: {} };
    case "action":
      return { kind, action: "", given: {} };
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
      return target.remote === "" || target.field === "" || values === null || fields.length === 0
        ? null
        : {
            to_remote_schema: {
              remote_schema: target.remote,
              lhs_fields: fields,
              remote_field: { [target.field]: { arguments: values } },
            },
          };
    }
    case "action": {
      const values = valuesOf(target.given);
      return target.action === "" || values === null || fieldsOf(target.given).length === 0
        ? null
        : { to_action: { action: target.action, arguments: values } };
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
  const {
    to_source: table,
    to_remote_schema: remote,
    to_action: action,
  } = definition as Record<string, Part | undefined>;
  if (
    table &&
    Object.keys(table).every((key) => ["source", "table", "relationship_type", "field_mapping"].includes(key))
  ) {
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
  const [only] = fields;
  if (remote && fields.length === 1 && only && only[1].field === undefined && remote.batch === undefined) {
    const given = givenOf((only[1].arguments ?? {}) as Record<string, unknown>);
    const joined = given === null ? [] : fieldsOf(given);
    // Without a value for one of these there is no join: none of them may get lost.
    const all = ((remote.lhs_fields ?? []) as string[]).every((each) => joined.includes(each));
    return given && all ? { kind: "remote", remote: String(remote.remote_schema), field: only[0], given } : null;
  }
  if (action && action.batch === undefined) {
    const given = givenOf((action.arguments ?? {}) as Record<string, unknown>);
    return given && { kind: "action", action: String(action.action), given };
  }
  return null;
}

type Part = Record<string, unknown>;

/** Null when there is a field within a value: a fixed value it is not, and no field either. */
function givenOf(values: Record<string, unknown>): Record<string, Given> | null {
  const given: Record<string, Given> = {};
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === "string" && value.startsWith("$")) {
      given[name] = { kind: "field", field: value.slice(1) };
    } else if (fieldsIn(value).length === 0) {
      given[name] = { kind: "fixed", json: JSON.stringify(value) };
    } else {
      return null;
    }
  }
  return given;
}

/** Those that are joined by; who types a field into a fixed value joins by it, too. */
function fieldsOf(given: Record<string, Given>): string[] {
  return [...new Set(fieldsIn(valuesOf(given)))];
}

/** The `$field`s of a value, however deep. */
function fieldsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return /^\$./.test(value) ? [value.slice(1)] : [];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(fieldsIn) : [];
}

/** Null when one of them is no JSON, or no field was chosen where one should be. */
function valuesOf(given: Record<string, Given>): Record<string, unknown> | null {
  const values: Record<string, unknown> = {};
  for (const [name, each] of Object.entries(given)) {
    if (each.kind === "field") {
      if (each.field === "") {
        return null;
      }
      values[name] = `$${each.field}`;
    } else if (each.kind === "fixed") {
      try {
        values[name] = JSON.parse(each.json);
      } catch {
        return null;
      }
    }
  }
  return values;
}

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
