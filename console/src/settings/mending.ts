import type { Command } from "../metadata/call.ts";
import { actionPath, remotePath, tablePath, tableRef, type TableRef } from "../metadata/names.ts";
import type { Inconsistency } from "../metadata/types.ts";

/** What can be done about an object that cannot be served. */
export interface Remedies {
  /** Where it is changed. */
  page: string | null;
  /** Reads what it needs anew. */
  reload: Command | null;
  /** Takes it out of the metadata. */
  drop: Command | null;
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
      drop: { type: "pg_drop_source", args: { name: source, cascade: true } },
    };
  }
  if (type === "custom_types") {
    return { ...NONE, page: "/actions/types" };
  }
  return ofTable(type, name, given);
}

/** The definitions of what belongs to a table tell the table; that of a table is the table. */
function ofTable(type: string, name: string, given: Part): Remedies {
  const source = typeof given.source === "string" ? given.source : (/ in source (.*)$/s.exec(name)?.[1] ?? "default");
  const own = type === "table";
  if (!own && given.table === undefined) {
    return NONE;
  }
  const table = tableRef((own ? given : given.table) as TableRef);
  const permission = /^(select|insert|update|delete)_permission$/.exec(type);
  const reload = { type: "reload_metadata", args: { reload_sources: [source] } };
  const drops: Record<string, Command> = {
    table: { type: "pg_untrack_table", args: { source, table, cascade: true } },
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
