import type { Command } from "../metadata/call.ts";
import { withRelationships } from "./check.ts";
import { printSignature, printTypes } from "./print.ts";
import type { Signature } from "./sdl.ts";
import type { Action, ActionDefinition, CustomTypes, HeaderConf } from "./types.ts";

/** What the form of an action holds. */
export interface ActionDraft {
  signature: string;
  types: string;
  handler: string;
  asynchronous: boolean;
  headers: HeaderConf[];
  forwardClientHeaders: boolean;
  /** In seconds, as typed; empty for the usual. */
  timeout: string;
  comment: string;
}

export const NEW_ACTION: ActionDraft = {
  signature: "type Mutation {\n  actionName(arg: SampleInput!): SampleOutput\n}\n",
  types: "input SampleInput {\n  name: String!\n}\n\ntype SampleOutput {\n  id: uuid!\n}\n",
  handler: "",
  asynchronous: false,
  headers: [],
  forwardClientHeaders: false,
  timeout: "",
  comment: "",
};

export function draftOf(action: Action, types: CustomTypes): ActionDraft {
  const { definition } = action;
  return {
    signature: printSignature(action),
    types: printTypes(types),
    handler: definition.handler,
    asynchronous: definition.kind === "asynchronous",
    headers: definition.headers ?? [],
    forwardClientHeaders: definition.forward_client_headers ?? false,
    timeout: definition.timeout === undefined ? "" : String(definition.timeout),
    comment: action.comment ?? "",
  };
}

/** What keeps it from being saved, besides faults in its types; or null. */
export function incomplete(draft: ActionDraft): string | null {
  if (draft.handler.trim() === "") {
    return "The handler is missing: the web address of the service.";
  }
  if (draft.timeout !== "" && !/^[1-9]\d{0,5}$/.test(draft.timeout)) {
    return "The timeout is a whole number of seconds.";
  }
  return namelessHeader(draft.headers);
}

/** What is missing, or null. */
export function namelessHeader(headers: readonly HeaderConf[]): string | null {
  return headers.every((header) => header.name.trim() !== "") ? null : "A header has no name.";
}

/** @param before what there is of the action already, whose other keys stay */
export function definitionOf(
  draft: ActionDraft,
  signature: Signature,
  before: ActionDefinition | null,
): ActionDefinition {
  const { timeout: _timeout, headers: _headers, kind: _kind, arguments: _args, ...rest } = before ?? { handler: "" };
  return {
    ...rest,
    type: signature.type,
    handler: draft.handler.trim(),
    arguments: signature.arguments,
    output_type: signature.output_type,
    forward_client_headers: draft.forwardClientHeaders,
    ...(signature.type === "mutation" ? { kind: draft.asynchronous ? "asynchronous" : "synchronous" } : {}),
    ...(draft.headers.length > 0 ? { headers: draft.headers } : {}),
    ...(draft.timeout === "" ? {} : { timeout: Number(draft.timeout) }),
  };
}

/**
 * The commands that save it: its types first.
 *
 * @param known the types there are, for their relationships
 */
export function commands(
  draft: ActionDraft,
  signature: Signature,
  types: CustomTypes,
  known: CustomTypes,
  before: Action | null,
): Command[] {
  const put = withRelationships(types, known);
  // What the language calls a description the metadata calls a comment.
  const comment = draft.comment.trim() || (signature.comment?.trim() ?? "");
  const args = {
    name: signature.name,
    definition: definitionOf(draft, signature, before?.definition ?? null),
    ...(comment === "" ? {} : { comment }),
  };
  const save = { type: before === null ? "create_action" : "update_action", args };
  return Object.keys(put).length === 0 ? [save] : [{ type: "dovetail_change_custom_types", args: { put } }, save];
}
