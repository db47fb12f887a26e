import type { Command } from "../../metadata/call.ts";
import type { LogicalField, LogicalModel, LogicalType } from "./queries.ts";

/** What the form of a field holds: its type as one writes it, `text` or `[author!]`. */
export interface FieldDraft {
  name: string;
  type: string;
  nullable: boolean;
  description: string;
}

export interface ModelDraft {
  name: string;
  description: string;
  fields: FieldDraft[];
}

export const NO_FIELD: FieldDraft = { name: "", type: "text", nullable: false, description: "" };
export const NO_MODEL: ModelDraft = { name: "", description: "", fields: [NO_FIELD] };

/** `text`, `author` of a model, and in brackets for lists of them; `!` after what a list may not lack. */
export function typeText(type: LogicalType): string {
  if ("array" in type) {
    return `[${typeText(type.array)}${type.array.nullable ? "" : "!"}]`;
  }
  return "scalar" in type ? type.scalar : type.logical_model;
}

/** @param models the names that stand for logical models; every other is a scalar's */
export function typeOf(text: string, nullable: boolean, models: readonly string[]): LogicalType {
  const inner = /^\[(.*)\]$/s.exec(text.trim())?.[1]?.trim();
  if (inner !== undefined) {
    const required = inner.endsWith("!");
    return { array: typeOf(required ? inner.slice(0, -1) : inner, !required, models), nullable };
  }
  const name = text.trim();
  return models.includes(name) ? { logical_model: name, nullable } : { scalar: name, nullable };
}

export function draftOf({ name, description = "", fields }: LogicalModel): ModelDraft {
  const drafts = fields.map((field) => ({
    name: field.name,
    type: typeText(field.type),
    nullable: field.type.nullable === true,
    description: field.description ?? "",
  }));
  return { name, description, fields: drafts };
}

export function modelProblem({ name, fields }: ModelDraft): string | null {
  const whole = fields.filter((field) => field.name !== "");
  return name === "" || whole.length === 0 ? "A name and at least one field." : null;
}

export function untrackModel(source: string, name: string): Command {
  return { type: "pg_untrack_logical_model", args: { source, name } };
}

/** The old goes, the new comes, and its permissions with it, as one change. */
export function saveModel(
  source: string,
  draft: ModelDraft,
  models: readonly string[],
  before: LogicalModel | null,
): Command[] {
  const fields: LogicalField[] = draft.fields
    .filter((field) => field.name !== "")
    .map(({ name, type, nullable, description }) => ({
      name,
      type: typeOf(type, nullable, models),
      ...(description === "" ? {} : { description }),
    }));
  const description = draft.description === "" ? {} : { description: draft.description };
  const track = { type: "pg_track_logical_model", args: { source, name: draft.name, fields, ...description } };
  const permissions = (before?.select_permissions ?? []).map((each) =>
    permissionCommand(source, draft.name, each.role, each.permission, each.comment),
  );
  return before === null ? [track] : [untrackModel(source, before.name), track, ...permissions];
}

export function permissionCommand(
  source: string,
  name: string,
  role: string,
  permission: unknown,
  comment?: string,
): Command {
  const said = comment === undefined ? {} : { comment };
  return { type: "pg_create_logical_model_select_permission", args: { source, name, role, permission, ...said } };
}

export function dropPermission(source: string, name: string, role: string): Command {
  return { type: "pg_drop_logical_model_select_permission", args: { source, name, role } };
}
