import { tableRef, type TableRef } from "../../metadata/names.ts";
import type { Pair } from "../../parts/Pairs.tsx";

/** What is given for an argument: a field of the type, a fixed value in JSON, or nothing: then the client gives it. */
export type Given = { kind: "field"; field: string } | { kind: "fixed"; json: string } | { kind: "client" };

/** Where a relationship leads, as its form has it. */
export type Target =
  | { kind: "table"; source: string; table: TableRef | null; type: "object" | "array"; pairs: Pair[] }
  | { kind: "remote"; remote: string; field: string; given: Record<string, Given> }
  | { kind: "action"; action: string; given: Record<string, Given> }
  /** For what the form does not know: several fields deep, in batches. */
  | { kind: "json"; json: string };

export interface RelationshipDraft {
  name: string;
  target: Target;
}

export const NEW: RelationshipDraft = {
  name: "",
  target: { kind: "table", source: "default", table: null, type: "object", pairs: [] },
};

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

/** What the form can show of a definition; what it cannot, as JSON. */
export function targetOf(definition: Record<string, unknown>): Target {
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
    return { kind: "remote", remote: String(remote.remote_schema), field: only[0], given };
  }
  if (action && action.batch === undefined) {
    const given = givenOf((action.arguments ?? {}) as Record<string, unknown>);
    return { kind: "action", action: String(action.action), given };
  }
  return { kind: "json", json: JSON.stringify(definition, null, 2) };
}

type Part = Record<string, unknown>;

function givenOf(values: Record<string, unknown>): Record<string, Given> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]): [string, Given] => [
      name,
      typeof value === "string" && value.startsWith("$")
        ? { kind: "field", field: value.slice(1) }
        : { kind: "fixed", json: JSON.stringify(value) },
    ]),
  );
}

function fieldsOf(given: Record<string, Given>): string[] {
  return [
    ...new Set(Object.values(given).flatMap((each) => (each.kind === "field" && each.field ? [each.field] : []))),
  ];
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
    case "json":
      return Object.keys(object(target.json) ?? {}).join(", ");
  }
}
