/** A row filter as the metadata has it, as a tree that can be edited, and back. */

export type Part =
  | { kind: "all" | "any"; parts: Part[] }
  | { kind: "not"; part: Part }
  | { kind: "column"; column: string; operator: string; value: unknown }
  | { kind: "relationship"; name: string; part: Part }
  /** What the tree cannot show: left as it is. */
  | { kind: "raw"; json: unknown };

/** The operators that most filters have; all others can be written as JSON. */
export const FILTER_OPERATORS = [
  "_eq",
  "_neq",
  "_gt",
  "_gte",
  "_lt",
  "_lte",
  "_in",
  "_nin",
  "_is_null",
  "_like",
  "_ilike",
  "_ceq",
];

export const EVERYTHING: Part = { kind: "all", parts: [] };

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** @param relationships their names, to tell them from columns */
export function readFilter(json: unknown, relationships: ReadonlySet<string>): Part {
  if (!isObject(json)) {
    return { kind: "raw", json };
  }
  const parts = Object.entries(json).flatMap(([key, value]) => readEntry(key, value, relationships));
  const [only] = parts;
  return only && parts.length === 1 ? only : { kind: "all", parts };
}

function readEntry(key: string, value: unknown, relationships: ReadonlySet<string>): Part[] {
  if (key === "_and" || key === "_or") {
    return Array.isArray(value)
      ? [{ kind: key === "_and" ? "all" : "any", parts: value.map((each) => readFilter(each, relationships)) }]
      : [{ kind: "raw", json: { [key]: value } }];
  }
  if (key === "_not") {
    return [{ kind: "not", part: readFilter(value, relationships) }];
  }
  if (key.startsWith("_") || !isObject(value)) {
    return [{ kind: "raw", json: { [key]: value } }];
  }
  if (relationships.has(key)) {
    // Which names there are relationships at the other end is known only there.
    return [{ kind: "relationship", name: key, part: { kind: "raw", json: value } }];
  }
  const operators = Object.entries(value);
  return operators.length > 0 && operators.every(([operator]) => FILTER_OPERATORS.includes(operator))
    ? operators.map(([operator, operand]) => ({ kind: "column" as const, column: key, operator, value: operand }))
    : [{ kind: "raw", json: { [key]: value } }];
}

export function writeFilter(part: Part): unknown {
  switch (part.kind) {
    case "all":
      return part.parts.length === 0 ? {} : { _and: part.parts.map(writeFilter) };
    case "any":
      return { _or: part.parts.map(writeFilter) };
    case "not":
      return { _not: writeFilter(part.part) };
    case "column":
      return { [part.column]: { [part.operator]: part.value } };
    case "relationship":
      return { [part.name]: writeFilter(part.part) };
    case "raw":
      return part.json;
  }
}

const TEXT_TYPES = new Set(["text", "varchar", "bpchar", "uuid", "citext", "name", "date", "timestamp", "timestamptz"]);

/** What was typed, as the operator and the column's type take it. Session variables are text everywhere. */
export function readValue(text: string, operator: string, type: string): unknown {
  if (operator === "_is_null") {
    return text !== "false";
  }
  if (/^x-hasura-/i.test(text)) {
    return text;
  }
  if (operator === "_in" || operator === "_nin") {
    const parts = text.split(",").map((part) => part.trim());
    return parts.filter((part) => part !== "").map((part) => readValue(part, "_eq", type));
  }
  if (operator === "_ceq") {
    return [text];
  }
  if (TEXT_TYPES.has(type)) {
    return text;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

export function writeValue(value: unknown): string {
  if (Array.isArray(value)) {
    return value.map(writeValue).join(", ");
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}
