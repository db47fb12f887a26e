import { bare } from "./check.ts";
import type { Action, CustomTypes } from "./types.ts";

/** A first request to an action: with a variable for each argument, and the plain fields of its answer. */
export interface Trial {
  query: string;
  variables: string;
}

const DEEPEST = 3;
const SAMPLES: Record<string, unknown> = { Int: 1, Float: 1.5, Boolean: true, String: "", ID: "1", uuid: "" };

export function trial(action: Action, types: CustomTypes): Trial {
  const { arguments: args = [], output_type = "", type = "mutation" } = action.definition;
  const declared = args.map((one) => `$${one.name}: ${one.type}`).join(", ");
  const given = args.map((one) => `${one.name}: $${one.name}`).join(", ");
  const call = `${action.name}${given === "" ? "" : `(${given})`}`;
  const field = action.definition.kind === "asynchronous" ? "" : selection(bare(output_type), types, 1);
  const head = `${type} try${declared === "" ? "" : `(${declared})`}`;
  const variables = Object.fromEntries(args.map((one) => [one.name, sample(one.type, types, 1)]));
  return { query: `${head} {\n  ${call}${field}\n}\n`, variables: JSON.stringify(variables, null, 2) };
}

/** How the answer to an asynchronous action is asked for, once it may be there. */
export function inquiry(action: Action, types: CustomTypes, id: string): string {
  const output = selection(bare(action.definition.output_type ?? ""), types, 2);
  const fields = `    id\n    created_at\n    errors\n    output${output}\n`;
  return `query {\n  ${action.name}(id: ${JSON.stringify(id)}) {\n${fields}  }\n}\n`;
}

/** The id that an asynchronous action answered, or null. */
export function ticket(action: Action, answer: unknown): string | null {
  const id = (answer as { data?: Record<string, unknown> | null } | null)?.data?.[action.name];
  return action.definition.kind === "asynchronous" && typeof id === "string" ? id : null;
}

/** The type's fields; none for a scalar. */
function selection(name: string, types: CustomTypes, depth: number): string {
  if ((types.unions ?? []).some((each) => each.name === name)) {
    return " { __typename }";
  }
  const type = [...(types.objects ?? []), ...(types.interfaces ?? [])].find((each) => each.name === name);
  if (!type || depth > DEEPEST) {
    return "";
  }
  const indent = "  ".repeat(depth + 1);
  const objects = new Set((types.objects ?? []).map((each) => each.name));
  const lines = type.fields
    .filter((field) => depth < DEEPEST || !objects.has(bare(field.type)))
    .map((field) => `${indent}${field.name}${selection(bare(field.type), types, depth + 1)}`);
  return ` {\n${lines.join("\n")}\n${"  ".repeat(depth)}}`;
}

function sample(type: string, types: CustomTypes, depth: number): unknown {
  const name = bare(type);
  if (type.startsWith("[")) {
    return [];
  }
  const values = (types.enums ?? []).find((each) => each.name === name);
  if (values) {
    return values.values[0]?.value ?? null;
  }
  const input = (types.input_objects ?? []).find((each) => each.name === name);
  if (input && depth <= DEEPEST) {
    return Object.fromEntries(input.fields.map((field) => [field.name, sample(field.type, types, depth + 1)]));
  }
  return SAMPLES[name] ?? null;
}
