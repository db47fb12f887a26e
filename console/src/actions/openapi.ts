import type { Command } from "../metadata/call.ts";
import type { Action, CustomTypes } from "./types.ts";

/** What a description of a REST service would become. */
export interface Preview {
  actions: Action[];
  custom_types: CustomTypes;
  remarks: string[];
}

/** The form as its user filled it in. */
export interface ImportDraft {
  document: string;
  baseUrl: string;
  prefix: string;
  replace: boolean;
}

export const NEW_IMPORT: ImportDraft = { document: "", baseUrl: "", prefix: "", replace: false };

/** The arguments that preview and import have in common. */
export function wishes(draft: ImportDraft): Record<string, unknown> {
  return {
    document: draft.document,
    ...(draft.baseUrl.trim() === "" ? {} : { base_url: draft.baseUrl.trim() }),
    ...(draft.prefix.trim() === "" ? {} : { prefix: draft.prefix.trim() }),
  };
}

/** @param chosen names of actions; of all, none is named */
export function importCommand(draft: ImportDraft, preview: Preview, chosen: ReadonlySet<string>): Command {
  const only = preview.actions.map((action) => action.name).filter((name) => chosen.has(name));
  return {
    type: "dovetail_import_openapi",
    args: {
      ...wishes(draft),
      replace: draft.replace,
      ...(only.length === preview.actions.length ? {} : { only }),
    },
  };
}

const ARGUMENT = /\{\{escapeUri\("\{\{\$body\.input\['(\w+)'\]\}\}"\)\}\}/g;

/** `GET /pets/{id}`, as far as the action's transform tells it. */
export function route(action: Action): string {
  const transform = action.definition.request_transform as { method?: string; url?: string } | undefined;
  const url = (transform?.url ?? "").replace(/^\{\{\$base_url\}\}/, "");
  return `${transform?.method ?? "POST"} ${url.replaceAll(ARGUMENT, "{$1}")}`;
}
