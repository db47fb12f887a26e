/** What the engine's own read calls answer; see docs/metadata-api.md. */
import type { TableRef } from "./names.ts";

export interface Versioned {
  resource_version: number;
}

export interface SourceState {
  name: string;
  kind: string;
  connected: boolean;
  reason?: string;
  database_version?: string;
  tables: number;
  tracked_tables: number;
  functions: number;
  native_queries: number;
}

export interface Overview extends Versioned {
  sources: SourceState[];
  actions: number;
  custom_types: number;
  remote_schemas: number;
  roles: number;
  inconsistencies: number;
  warnings: { code: string; message: string }[];
}

export interface TableRow {
  table: TableRef;
  kind: string;
  tracked: boolean;
  comment?: string;
}

export interface TablePage extends Versioned {
  total: number;
  tables: TableRow[];
  schemas: { name: string; tables: number; tracked: number }[];
}

export interface ColumnView {
  name: string;
  type: string;
  nullable: boolean;
  has_default: boolean;
  generated?: boolean;
  identity?: string;
  comment?: string;
  field?: string;
}

export interface KeyView {
  constraint_name: string;
  columns: string[];
}

export interface ForeignKeyView {
  constraint_name: string;
  table: TableRef;
  /** For a key of this table: its columns to the other's. For one that points here: the other's to ours. */
  columns: Record<string, string>;
}

export interface PermissionEntry {
  role: string;
  permission: Record<string, unknown>;
  comment?: string;
}

export interface NamedEntry {
  name: string;
  comment?: string;
  [more: string]: unknown;
}

export interface TableMetadata {
  table: TableRef;
  is_enum?: boolean;
  configuration?: Record<string, unknown>;
  object_relationships?: NamedEntry[];
  array_relationships?: NamedEntry[];
  remote_relationships?: NamedEntry[];
  computed_fields?: NamedEntry[];
  insert_permissions?: PermissionEntry[];
  select_permissions?: PermissionEntry[];
  update_permissions?: PermissionEntry[];
  delete_permissions?: PermissionEntry[];
}

export interface RelationshipView {
  name: string;
  type: "object" | "array";
  table: TableRef;
  columns: Record<string, string>;
}

export interface TableView extends Versioned {
  table: TableRef;
  kind: string;
  tracked: boolean;
  comment?: string;
  metadata?: TableMetadata;
  columns?: ColumnView[];
  primary_key?: KeyView;
  uniques?: KeyView[];
  foreign_keys?: ForeignKeyView[];
  referenced_by?: ForeignKeyView[];
  writable?: { insert: boolean; update: boolean; delete: boolean };
  graphql?: {
    type: string;
    shown: boolean;
    roots: Record<string, string>;
    relationships: RelationshipView[];
    computed_fields: string[];
  };
}

export interface RoleRow {
  name: string;
  tables: number;
  functions: number;
  actions: number;
  remote_schemas: number;
  role_set?: string[];
}

export interface ObjectHit {
  kind: "table" | "action" | "custom_type" | "remote_schema";
  name: string;
  source?: string;
  table?: TableRef;
  tracked?: boolean;
}

export interface Inconsistency {
  type: string;
  name: string;
  reason: string;
  message?: unknown;
  definition: unknown;
}
