/** An object of the metadata, to be held against that of another metadata. */
export interface MetadataObject {
  kind: string;
  /** Unique among those of its kind. */
  name: string;
  value: unknown;
}

type Part = Record<string, unknown>;

/** Lists at the top, and how their objects are named. */
const LISTS: [key: string, kind: string, name: string][] = [
  ["actions", "action", "name"],
  ["remote_schemas", "remote schema", "name"],
  ["query_collections", "query collection", "name"],
  ["allowlist", "allowed collection", "collection"],
  ["cron_triggers", "cron trigger", "name"],
  ["rest_endpoints", "REST endpoint", "name"],
  ["inherited_roles", "inherited role", "role_name"],
];

const TYPES: [key: string, kind: string][] = [
  ["scalars", "scalar"],
  ["enums", "enum"],
  ["input_objects", "input type"],
  ["objects", "object type"],
  ["interfaces", "interface"],
  ["unions", "union"],
];

/** Metadata, taken apart into what people think of as one thing each. */
export function objectsOf(metadata: unknown): MetadataObject[] {
  const { sources, tables, functions, custom_types, version: _version, ...rest } = part(metadata);
  // Before version 3 there was one database, and its tables stood at the top.
  const all = sources === undefined && tables !== undefined ? [{ name: "default", tables, functions }] : list(sources);
  const named = LISTS.flatMap(([key, kind, name]) =>
    list(rest[key]).map((value) => ({ kind, name: String(value[name] ?? ""), value })),
  );
  const known = new Set(LISTS.map(([key]) => key));
  const others = Object.entries(rest).filter(([key]) => !known.has(key));
  return [
    ...all.flatMap(ofSource),
    ...TYPES.flatMap(([key, kind]) =>
      list(part(custom_types)[key]).map((value) => ({ kind, name: String(value.name ?? ""), value })),
    ),
    ...named,
    ...others.map(([key, value]) => ({ kind: "setting", name: key, value })),
  ];
}

function ofSource(source: Part): MetadataObject[] {
  const { tables, functions, native_queries, logical_models, ...value } = source;
  const name = String(source.name ?? "default");
  return [
    { kind: "database", name, value },
    ...list(tables).map((each) => ({ kind: "table", name: `${name}.${qualified(each.table)}`, value: each })),
    ...list(functions).map((each) => ({ kind: "function", name: `${name}.${qualified(each.function)}`, value: each })),
    ...list(native_queries).map((each) => ({
      kind: "native query",
      name: `${name}.${String(each.root_field_name)}`,
      value: each,
    })),
    ...list(logical_models).map((each) => ({
      kind: "logical model",
      name: `${name}.${String(each.name)}`,
      value: each,
    })),
  ];
}

function qualified(name: unknown): string {
  const { schema = "public", name: own = "" } = typeof name === "string" ? { name } : part(name);
  return `${String(schema)}.${String(own)}`;
}

function part(value: unknown): Part {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Part) : {};
}

function list(value: unknown): Part[] {
  return Array.isArray(value) ? value.map(part) : [];
}
