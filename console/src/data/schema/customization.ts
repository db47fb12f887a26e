import type { TableView } from "../../metadata/types.ts";

/** In the order in which people look for them. */
export const ROOT_FIELDS = [
  "select",
  "select_by_pk",
  "select_aggregate",
  "select_stream",
  "insert",
  "insert_one",
  "update",
  "update_by_pk",
  "update_many",
  "delete",
  "delete_by_pk",
] as const;
export type RootField = (typeof ROOT_FIELDS)[number];

/** What is called how in GraphQL; nothing where it keeps the usual name. */
export interface NamesDraft {
  name: string;
  roots: Partial<Record<RootField, string>>;
  columns: Record<string, string>;
}

interface Named {
  name?: string;
  comment?: string;
}
interface ColumnConfig {
  custom_name?: string;
  [more: string]: unknown;
}

/** As the metadata has it; all parts may be missing. */
interface Configuration {
  custom_name?: string;
  custom_root_fields?: Record<string, string | Named>;
  column_config?: Record<string, ColumnConfig>;
  custom_column_names?: Record<string, string>;
  [more: string]: unknown;
}

function configurationOf(view: TableView): Configuration {
  return (view.metadata?.configuration ?? {}) as Configuration;
}

export function namesOf(view: TableView): NamesDraft {
  const { custom_name, custom_root_fields = {}, column_config = {} } = configurationOf(view);
  const roots: NamesDraft["roots"] = {};
  for (const key of ROOT_FIELDS) {
    const root = custom_root_fields[key];
    const name = typeof root === "string" ? root : root?.name;
    if (name !== undefined) {
      roots[key] = name;
    }
  }
  const named = Object.entries(column_config).map(([column, { custom_name: name }]) => [column, name ?? ""]);
  return { name: custom_name ?? "", roots, columns: Object.fromEntries(named) as Record<string, string> };
}

/** The whole configuration with these names; comments and whatever else is in it stay. */
export function withNames(view: TableView, draft: NamesDraft): Record<string, unknown> {
  const before = configurationOf(view);
  const { custom_name: _n, custom_column_names: _c, ...kept } = before;
  const name = draft.name.trim();
  return {
    ...kept,
    ...(name === "" ? {} : { custom_name: name }),
    custom_root_fields: rootsOf(before, draft),
    column_config: columnsOf(before, draft),
  };
}

function rootsOf({ custom_root_fields = {} }: Configuration, draft: NamesDraft): Record<string, string | Named> {
  const roots = { ...custom_root_fields };
  for (const key of ROOT_FIELDS) {
    const name = draft.roots[key]?.trim() ?? "";
    const old = roots[key];
    const comment = typeof old === "string" ? undefined : old?.comment;
    delete roots[key];
    if (comment !== undefined) {
      roots[key] = name === "" ? { comment } : { name, comment };
    } else if (name !== "") {
      roots[key] = name;
    }
  }
  return roots;
}

function columnsOf({ column_config = {} }: Configuration, draft: NamesDraft): Record<string, ColumnConfig> {
  const columns: Record<string, ColumnConfig> = {};
  for (const column of new Set([...Object.keys(column_config), ...Object.keys(draft.columns)])) {
    const { custom_name: _, ...kept } = column_config[column] ?? {};
    const name = draft.columns[column]?.trim() ?? "";
    const config = name === "" ? kept : { ...kept, custom_name: name };
    if (Object.keys(config).length > 0) {
      columns[column] = config;
    }
  }
  return columns;
}
