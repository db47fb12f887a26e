import { actionPath, remotePath, tablePath, type TableRef } from "../metadata/names.ts";
import type { Versioned } from "../metadata/types.ts";

interface Common {
  name: string;
  /** How many objects it has relationships with, shown or not. */
  neighbours: number;
  /** Only when it is inconsistent. */
  served?: false;
}

export type GraphObject =
  | (Common & { kind: "table"; source: string; table: TableRef })
  | (Common & { kind: "action" })
  | (Common & { kind: "remote_schema" });

/** A relationship; `from` and `to` are places in the list of objects. */
export interface GraphEdge {
  from: number;
  to: number;
  name: string;
  kind: "object" | "array" | "remote";
  /** Within an action's answer or a remote schema: where it starts. */
  type?: string;
}

/** What `dovetail_graph` answers. */
export interface GraphAnswer extends Versioned {
  total: number;
  nodes: GraphObject[];
  total_edges: number;
  edges: GraphEdge[];
}

/** An object as the call takes it. */
export type Focus =
  | { kind: "table"; source: string; table: TableRef }
  | { kind: "action"; name: string }
  | { kind: "remote_schema"; name: string };

export function focusOf(object: GraphObject): Focus {
  return object.kind === "table"
    ? { kind: "table", source: object.source, table: object.table }
    : { kind: object.kind, name: object.name };
}

/** Equal for the same object, in whichever answer it stands. */
export function idOf(object: GraphObject | Focus): string {
  return object.kind === "table"
    ? JSON.stringify(["table", object.source, object.table.schema, object.table.name])
    : JSON.stringify([object.kind, object.name]);
}

/** The page of the object, at what leads away from it. */
export function pathOf(object: GraphObject): string {
  switch (object.kind) {
    case "table":
      return tablePath(object.source, object.table, "relationships");
    case "action":
      return actionPath(object.name, "relationships");
    case "remote_schema":
      return remotePath(object.name);
  }
}
