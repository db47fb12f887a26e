/** Native queries and logical models, as the metadata has them and as forms hold them. */
import type { Command } from "../../metadata/call.ts";
import type { NamedEntry, PermissionEntry } from "../../metadata/types.ts";

export type LogicalType = { nullable?: boolean } & (
  { scalar: string } | { array: LogicalType } | { logical_model: string }
);

export interface LogicalField {
  name: string;
  type: LogicalType;
  description?: string;
}

export interface LogicalModel {
  name: string;
  fields: LogicalField[];
  description?: string;
  select_permissions?: PermissionEntry[];
}

export interface QueryArgument {
  type: string;
  nullable?: boolean;
  description?: string;
}

export interface NativeQuery {
  root_field_name: string;
  code: string;
  /** The name of a logical model, or one of the query's own. */
  returns: string | Omit<LogicalModel, "name">;
  arguments?: Record<string, QueryArgument>;
  description?: string;
  object_relationships?: NamedEntry[];
  array_relationships?: NamedEntry[];
}

/** What `{{name}}` stands for. */
export interface ArgumentDraft {
  name: string;
  type: string;
  nullable: boolean;
}

export interface QueryDraft {
  name: string;
  code: string;
  /** The name of a logical model. */
  returns: string;
  arguments: ArgumentDraft[];
  /** What was said of arguments that the code has no more: it may be in the midst of being retyped. */
  dropped: ArgumentDraft[];
  description: string;
}

export const NO_QUERY: QueryDraft = { name: "", code: "", returns: "", arguments: [], dropped: [], description: "" };

export function draftOf(query: NativeQuery): QueryDraft {
  return {
    name: query.root_field_name,
    code: query.code,
    returns: typeof query.returns === "string" ? query.returns : "",
    arguments: Object.entries(query.arguments ?? {}).map(([name, { type, nullable = false }]) => ({
      name,
      type,
      nullable,
    })),
    dropped: [],
    description: query.description ?? "",
  };
}

/** The names between double braces, each once, in their order. */
export function placeholders(code: string): string[] {
  return [...new Set([...code.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = ""]) => name))];
}

/** The arguments that the code asks for; what was said of those there ever were holds again when they come back. */
export function withCode(draft: QueryDraft, code: string): QueryDraft {
  const names = placeholders(code);
  const known = new Map([...draft.dropped, ...draft.arguments].map((each) => [each.name, each]));
  return {
    ...draft,
    code,
    arguments: names.map((name) => known.get(name) ?? { name, type: "text", nullable: false }),
    dropped: [...known.values()].filter((each) => !names.includes(each.name)),
  };
}

export function queryProblem(draft: QueryDraft, inline: boolean): string | null {
  if (draft.name === "" || draft.code.trim() === "") {
    return "A name and a SELECT.";
  }
  return draft.returns === "" && !inline ? "Say which logical model its rows are of." : null;
}

/** Asks for both with the version they are of: one bulk that only reads is answered from one version. */
export function withVersion(source: string): Command[] {
  const args = { source };
  return ["dovetail_get_source", "pg_get_native_query", "pg_get_logical_model"].map((type) => ({ type, args }));
}

export function untrackQuery(source: string, name: string): Command {
  return { type: "pg_untrack_native_query", args: { source, root_field_name: name } };
}

/** There is no command that changes one: the old goes, the new comes, as one change. @param before whose rest stays */
export function saveQuery(source: string, draft: QueryDraft, before: NativeQuery | null): Command[] {
  const described = before?.arguments ?? {};
  const list = draft.arguments.map(({ name, type, nullable }) => [
    name,
    { ...described[name], type, ...(nullable ? { nullable } : { nullable: false }) },
  ]);
  const { description: _, ...kept } = before ?? ({} as Partial<NativeQuery>);
  const args = {
    ...kept,
    source,
    type: "query",
    root_field_name: draft.name,
    code: draft.code,
    returns: draft.returns === "" ? before?.returns : draft.returns,
    arguments: Object.fromEntries(list) as Record<string, QueryArgument>,
    ...(draft.description === "" ? {} : { description: draft.description }),
  };
  const track = { type: "pg_track_native_query", args };
  return before === null ? [track] : [untrackQuery(source, before.root_field_name), track];
}
