/** A row filter as the metadata has it, as a tree that can be edited, and back. */

import { isExact, isNumberAsWritten, readJson } from "../metadata/json.ts";

export type Part =
  | { kind: "all" | "any"; parts: Part[] }
  | { kind: "not"; part: Part }
  | { kind: "column"; column: string; operator: string; value: unknown }
  | { kind: "relationship"; name: string; part: Part }
  /** What the tree cannot show: left as it is. */
  | { kind: "raw"; json: unknown };

const ON_ANY = ["_eq", "_neq", "_gt", "_gte", "_lt", "_lte", "_in", "_nin", "_is_null"];
const ON_COLUMNS = ["_ceq", "_cne", "_cgt", "_cgte", "_clt", "_clte"];
const LIKE = ["_like", "_nlike", "_ilike", "_nilike"];
const ON_TEXTS = [...LIKE, "_similar", "_nsimilar", "_regex", "_nregex", "_iregex", "_niregex"];
const ON_KEYS = ["_has_key", "_has_keys_any", "_has_keys_all"];
const ON_PARTS = ["_contains", "_contained_in"];

/** Those of places and paths can be written as JSON. */
const KNOWN = new Set([...ON_ANY, ...ON_COLUMNS, ...ON_TEXTS, ...ON_KEYS, ...ON_PARTS]);

/** What a column of this type can be held against a value with. */
export function operatorsOf(type: string): string[] {
  return [
    ...ON_ANY,
    ...(TEXTS.has(type) ? ON_TEXTS : []),
    ...(type === "jsonb" || type.endsWith("[]") ? ON_PARTS : []),
    ...(type === "jsonb" ? ON_KEYS : []),
    ...ON_COLUMNS,
  ];
}

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
  return operators.length > 0 && operators.every(([operator]) => KNOWN.has(operator))
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

const TEXTS = new Set(["text", "varchar", "bpchar", "citext", "name"]);
const WRITTEN_AS_TEXT = new Set([...TEXTS, "uuid", "date", "timestamp", "timestamptz"]);

/** What was typed, as the operator and the column's type take it. Session variables are text everywhere. */
export function readValue(text: string, operator: string, type: string): unknown {
  if (operator === "_is_null") {
    return text !== "false";
  }
  if (/^x-hasura-/i.test(text)) {
    return text;
  }
  if (operator === "_in" || operator === "_nin") {
    return listOf(text, (part) => readValue(part, "_eq", type));
  }
  // Of columns: `$` before the name says that it is one of the table that the whole filter is about.
  if (ON_COLUMNS.includes(operator) || operator === "_has_keys_any" || operator === "_has_keys_all") {
    return listOf(text, (part) => part);
  }
  const isText = WRITTEN_AS_TEXT.has(type) || ON_TEXTS.includes(operator) || operator === "_has_key";
  return isText ? text : jsonOr(text);
}

/** With commas between its parts, or as JSON where these have commas themselves. */
function listOf(text: string, read: (part: string) => unknown): unknown[] {
  const list = text.trim().startsWith("[") ? jsonOr(text) : null;
  if (Array.isArray(list)) {
    return list;
  }
  const parts = text.split(",").map((part) => part.trim());
  return parts.filter((part) => part !== "").map(read);
}

/** A number that JavaScript cannot hold stays as it is written: Postgres reads it as what it is. */
function jsonOr(text: string): unknown {
  try {
    const value = readJson(text);
    const rounded = typeof value === "number" && !isExact(text);
    return rounded || isNumberAsWritten(value) ? text : value;
  } catch {
    return text;
  }
}

export function writeValue(value: unknown): string {
  if (Array.isArray(value)) {
    const plain = value.every((each) => typeof each !== "object" && isPlain(writeValue(each)));
    return plain ? value.map(writeValue).join(", ") : JSON.stringify(value);
  }
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** Whether it is the same once it was between commas. */
function isPlain(part: string): boolean {
  return part !== "" && part === part.trim() && !part.includes(",") && !part.startsWith("[");
}
