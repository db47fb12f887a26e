import type { HeaderConf } from "../actions/types.ts";
import type { Versioned } from "../metadata/types.ts";
import type { Customization } from "./customization.ts";

export interface RemoteDefinition {
  url?: string;
  url_from_env?: string;
  headers?: HeaderConf[];
  forward_client_headers?: boolean;
  timeout_seconds?: number;
  customization?: Customization;
  [more: string]: unknown;
}

export interface RemoteRelationship {
  name: string;
  definition: Record<string, unknown>;
  [more: string]: unknown;
}

export interface RemoteSchema {
  name: string;
  definition: RemoteDefinition;
  comment?: string;
  permissions?: { role: string; definition: { schema: string } }[];
  remote_relationships?: {
    type_name: string;
    relationships: RemoteRelationship[];
  }[];
}

export interface RemoteRow {
  name: string;
  url: string;
  connected: boolean;
  reason?: string;
  comment?: string;
  roles: string[];
}

export interface RemotePage extends Versioned {
  total: number;
  remote_schemas: RemoteRow[];
}

export interface RemoteView extends Versioned {
  connected: boolean;
  reason?: string;
  remote_schema: RemoteSchema;
}
