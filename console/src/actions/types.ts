/** Actions and custom types as the metadata has them. Keys that are not named here are kept. */
import type { TableRef } from "../metadata/names.ts";
import type { Versioned } from "../metadata/types.ts";

export interface Argument {
  name: string;
  type: string;
  description?: string;
}

export type HeaderConf = { name: string; value: string } | { name: string; value_from_env: string };

export interface ActionDefinition {
  type?: "query" | "mutation";
  kind?: string;
  handler: string;
  arguments?: Argument[];
  output_type?: string;
  headers?: HeaderConf[];
  forward_client_headers?: boolean;
  timeout?: number;
  [more: string]: unknown;
}

export interface Action {
  name: string;
  definition: ActionDefinition;
  comment?: string;
  permissions?: { role: string; comment?: string }[];
}

export interface TypeRelationship {
  name: string;
  /** Of one to a table. */
  type?: "object" | "array";
  source?: string;
  remote_table?: string | TableRef;
  field_mapping?: Record<string, string>;
  /** Of one to elsewhere: `{to_remote_schema}` or `{to_action}`. */
  definition?: unknown;
  partial?: boolean;
  [more: string]: unknown;
}

export interface ScalarType {
  name: string;
  description?: string;
}

export interface EnumType {
  name: string;
  description?: string;
  values: { value: string; description?: string; is_deprecated?: boolean }[];
}

export interface InputType {
  name: string;
  description?: string;
  fields: Argument[];
}

export interface ObjectType {
  name: string;
  description?: string;
  fields: (Argument & { arguments?: unknown })[];
  interfaces?: string[];
  relationships?: TypeRelationship[];
}

export interface InterfaceType {
  name: string;
  description?: string;
  fields: Argument[];
}

export interface UnionType {
  name: string;
  description?: string;
  types: string[];
}

export interface CustomTypes {
  scalars?: ScalarType[];
  enums?: EnumType[];
  input_objects?: InputType[];
  objects?: ObjectType[];
  interfaces?: InterfaceType[];
  unions?: UnionType[];
}

export interface ActionRow {
  name: string;
  type: "query" | "mutation";
  kind: string;
  output_type: string;
  handler: string;
  comment?: string;
  roles: string[];
}

export interface ActionPage extends Versioned {
  total: number;
  actions: ActionRow[];
}

export interface ActionView extends Versioned {
  action: Action;
  custom_types: CustomTypes;
  served: boolean;
}

export interface TypesView extends Versioned {
  custom_types: CustomTypes;
  used_by: Record<string, string[]>;
}
