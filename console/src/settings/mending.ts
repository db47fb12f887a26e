import type { Command } from "../metadata/call.ts";
import { actionPath, remotePath, segment, tablePath, tableRef, type TableRef } from "../metadata/names.ts";
import type { Inconsistency } from "../metadata/types.ts";

/** What can be done about an object that cannot be served. */
export interface Remedies {
  /** Where it is changed. */
  page: string | null;
  /** Reads what it needs anew. */
  reload: Command | null;
  /** Takes it out of the metadata; refused if something that is served needs it. */
  drop: Command | null;
}

const CASCADING = new Set(["pg_drop_source", "pg_untrack_table", "pg_drop_relationship", "pg_drop_computed_field"]);

/** The same, taking along what needs it: permissions, relationships. Null where the engine knows no such. */
export function cascading({ type, args }: Command): Command | null {
  return CASCADING.has(type) ? { type, args: { ...(args as Part), cascade: true } } : null;
}

const NONE: Remedies = { page: null, reload: null, drop: null };

type Part = Record<string, unknown>;

export function remedies({ type, name, definition }: Inconsistency): Remedies {
  const given = (typeof definition === "object" && definition !== null ? definition : {}) as Part;
  if (type === "action") {
    const action = String(given.name);
    return { ...NONE, page: actionPath(action), drop: { type: "drop_action", args: { name: action } } };
  }
  if (type === "remote_schema") {
    const args = { name: String(given.name) };
    return {
      page: remotePath(args.name, "modify"),
      reload: { type: "reload_remote_schema", args },
      drop: { type: "remove_remote_schema", args },
    };
  }
  if (type === "source") {
    const source = String(given.name);
    return {
      page: "/data",
      reload: { type: "reload_metadata", args: { reload_sources: [source] } },
      drop: { type: "pg_drop_source", args: { name: source } },
    };
  }
  if (type === "custom_types") {
    return { ...NONE, page: "/actions/types" };
  }
  return type.startsWith("remote_schema_") ? ofRemote(type, name, given) : inSource(type, name, given);
}

/** Permissions and relationships of a remote schema, whose name stands only in the sentence. */
function ofRemote(type: string, name: string, given: Part): Remedies {
  const remote_schema = / in remote schema (.*)$/s.exec(name)?.[1] ?? "";
  const reload = { type: "reload_remote_schema", args: { name: remote_schema } };
  if (type === "remote_schema_permission") {
    const drop = { type: "drop_remote_schema_permissions", args: { remote_schema, role: given.role } };
    return { page: remotePath(remote_schema, "permissions"), reload, drop };
  }
  const type_name = / on type (\S+) in remote schema /.exec(name)?.[1];
  const args = { remote_schema, type_name, name: given.name };
  const drop = { type: "delete_remote_schema_remote_relationship", args };
  return { page: remotePath(remote_schema, "relationships"), reload, drop };
}

/** What belongs to a database and to none of its tables. */
function inSource(type: string, name: string, given: Part): Remedies {
  const source = typeof given.source === "string" ? given.source : (/.* in source (.*)$/s.exec(name)?.[1] ?? "default");
  const reload = { type: "reload_metadata", args: { reload_sources: [source] } };
  const at = (path: string, drop: string, args: Part) => {
    const command = { type: drop, args: { source, ...args } };
    return { page: `/data/${segment(source)}/${path}`, reload, drop: command };
  };
  switch (type) {
    case "function":
      return at("functions", "pg_untrack_function", { function: given });
    case "native_query":
      return at("queries", "pg_untrack_native_query", { root_field_name: given.root_field_name });
    case "logical_model":
      return at("queries", "pg_untrack_logical_model", { name: given.name });
    case "select_permission":
      if (given.table === undefined && given.name !== undefined) {
        return at("queries", "pg_drop_logical_model_select_permission", { name: given.name, role: given.role });
      }
      return ofTable(type, source, given);
    default:
      return ofTable(type, source, given);
  }
}

/** The definitions of what belongs to a table tell the table; that of a table is the table. */
function ofTable(type: string, source: string, given: Part): Remedies {
  const own = type === "table";
  if (!own && given.table === undefined) {
    return NONE;
  }
  const table = tableRef((own ? given : given.table) as TableRef);
  const permission = /^(select|insert|update|delete)_permission$/.exec(type);
  const reload = { type: "reload_metadata", args: { reload_sources: [source] } };
  const drops: Record<string, Command> = {
    table: { type: "pg_untrack_table", args: { source, table } },
    object_relation: { type: "pg_drop_relationship", args: { source, table, relationship: given.name } },
    array_relation: { type: "pg_drop_relationship", args: { source, table, relationship: given.name } },
    remote_relationship: { type: "pg_delete_remote_relationship", args: { source, table, name: given.name } },
    computed_field: { type: "pg_drop_computed_field", args: { source, table, name: given.name } },
    event_trigger: { type: "pg_delete_event_trigger", args: { source, name: given.name } },
  };
  const drop = permission ? { type: `pg_drop_${type}`, args: { source, table, role: given.role } } : drops[type];
  const tab = permission ? "permissions" : own ? "browse" : "relationships";
  return { page: tablePath(source, table, tab), reload, drop: drop ?? null };
}
