import type { Command } from "../metadata/call.ts";
import { readJson } from "../metadata/json.ts";
import type { PermissionEntry, TableMetadata, TableView } from "../metadata/types.ts";

export const KINDS = ["insert", "select", "update", "delete"] as const;
export type PermissionKind = (typeof KINDS)[number];

/** How much a role may do of one kind. */
export type Degree = "none" | "some" | "all";

export function entryOf(metadata: TableMetadata | undefined, kind: PermissionKind, role: string) {
  return (metadata?.[`${kind}_permissions`] ?? []).find((entry) => entry.role === role);
}

/** The roles with a permission on the table, and others that are asked for. */
export function rolesOf(metadata: TableMetadata | undefined, others: string[]): string[] {
  const own = KINDS.flatMap((kind) => (metadata?.[`${kind}_permissions`] ?? []).map((entry) => entry.role));
  return [...new Set([...own, ...others])].sort();
}

export function degree(view: TableView, kind: PermissionKind, entry: PermissionEntry | undefined): Degree {
  if (entry === undefined) {
    return "none";
  }
  const { permission } = entry;
  const filters = [permission.filter, permission.check].filter((each) => each !== undefined && each !== null);
  const unfiltered = filters.every((filter) => JSON.stringify(filter) === "{}");
  const all = (view.columns ?? []).length;
  const columns = permission.columns;
  const whole = kind === "delete" || columns === "*" || (Array.isArray(columns) && columns.length === all);
  return unfiltered && whole && permission.limit === undefined ? "all" : "some";
}

/** What the form of a permission holds. Filters are JSON as text: what is typed may be unfinished. */
export interface PermissionDraft {
  filter: string;
  check: string;
  columns: string[];
  computed: string[];
  aggregations: boolean;
  limit: string;
  backendOnly: boolean;
  /** The values that are set whatever the client says: JSON as text. */
  set: string;
}

export function draftOf(view: TableView, kind: PermissionKind, entry: PermissionEntry | undefined): PermissionDraft {
  const permission = entry?.permission ?? {};
  const all = (view.columns ?? []).map((column) => column.name);
  const { columns } = permission;
  const usual = kind === "update" ? "null" : "{}";
  const check = permission.check === undefined ? usual : JSON.stringify(permission.check);
  return {
    filter: JSON.stringify(permission.filter ?? {}),
    check,
    columns: columns === "*" ? all : Array.isArray(columns) ? columns.map(String) : [],
    computed: Array.isArray(permission.computed_fields) ? permission.computed_fields.map(String) : [],
    aggregations: permission.allow_aggregations === true,
    limit: permission.limit === undefined ? "" : JSON.stringify(permission.limit),
    backendOnly: permission.backend_only === true,
    set: JSON.stringify(permission.set ?? {}),
  };
}

/** What is wrong with it, or null. */
export function faulty(draft: PermissionDraft): string | null {
  for (const [name, text] of [
    ["row filter", draft.filter],
    ["check", draft.check],
    ["column presets", draft.set],
  ]) {
    try {
      readJson(text ?? "");
    } catch {
      return `The ${name} is no JSON.`;
    }
  }
  return draft.limit === "" || /^\d{1,9}$/.test(draft.limit) ? null : "The limit is a whole number.";
}

/** The permission as the metadata has it. @param before whose other keys stay */
function permissionOf(
  view: TableView,
  kind: PermissionKind,
  draft: PermissionDraft,
  before: PermissionEntry | undefined,
) {
  const {
    filter: _f,
    check: _c,
    columns: had,
    computed_fields: _m,
    allow_aggregations: _a,
    limit: _l,
    backend_only: _b,
    set: _s,
    ...rest
  } = before?.permission ?? {};
  const set = readJson(draft.set) as object;
  const sets = Object.keys(set).length > 0 ? { set } : {};
  const backend = draft.backendOnly ? { backend_only: true } : {};
  const filter = readJson(draft.filter) as unknown;
  const check = readJson(draft.check) as unknown;
  // All of them, also those to come, as long as none is taken away.
  const columns = had === "*" && draft.columns.length === (view.columns ?? []).length ? "*" : draft.columns;
  switch (kind) {
    case "insert":
      return { ...rest, check, columns, ...sets, ...backend };
    case "select":
      return {
        ...rest,
        filter,
        columns,
        ...(draft.computed.length > 0 ? { computed_fields: draft.computed } : {}),
        ...(draft.aggregations ? { allow_aggregations: true } : {}),
        ...(draft.limit === "" ? {} : { limit: Number(draft.limit) }),
      };
    case "update":
      return { ...rest, filter, check, columns, ...sets, ...backend };
    case "delete":
      return { ...rest, filter, ...backend };
  }
}

export function dropCommand(source: string, view: TableView, kind: PermissionKind, role: string): Command {
  return { type: `pg_drop_${kind}_permission`, args: { source, table: view.table, role } };
}

/** There is no command that changes one: the old goes, the new comes, as one change. */
export function saveCommands(
  source: string,
  view: TableView,
  kind: PermissionKind,
  role: string,
  draft: PermissionDraft,
): Command[] {
  const before = entryOf(view.metadata, kind, role);
  const args = {
    source,
    table: view.table,
    role,
    permission: permissionOf(view, kind, draft, before),
    ...(before?.comment === undefined ? {} : { comment: before.comment }),
  };
  const create = { type: `pg_create_${kind}_permission`, args };
  return before === undefined ? [create] : [dropCommand(source, view, kind, role), create];
}
