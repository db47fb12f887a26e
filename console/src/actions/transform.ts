import type { Command } from "../metadata/call.ts";
import type { Action, ActionDefinition } from "./types.ts";

export interface Row {
  name: string;
  /** Null where the metadata says so of a parameter of the query. */
  value: string | null;
}

type BodyKind = "keep" | "transform" | "remove" | "form";

/** How the requests to a handler and its answers are rewritten, as the form holds it. */
export interface TransformDraft {
  /** Empty: POST, as without. */
  method: string;
  /** A template; empty: the handler's address. */
  url: string;
  query: Row[];
  /** The query as one template, where the metadata has it so; else null. */
  wholeQuery: string | null;
  body: BodyKind;
  template: string;
  form: Row[];
  addHeaders: Row[];
  /** With commas. */
  removeHeaders: string;
  responseBody: "keep" | "transform" | "remove";
  responseTemplate: string;
}

interface RequestTransform {
  version?: number;
  method?: string;
  url?: string;
  content_type?: string;
  query_params?: string | Record<string, string | null>;
  body?: string | { action: string; template?: string; form_template?: Record<string, string> };
  request_headers?: { add_headers?: Record<string, string>; remove_headers?: string[] };
}

interface ResponseTransform {
  version?: number;
  body?: string | { action: string; template?: string };
}

export const METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"];

export function drafted(definition: ActionDefinition): TransformDraft {
  const request = (definition.request_transform ?? {}) as RequestTransform;
  const response = (definition.response_transform ?? {}) as ResponseTransform;
  const { body, query_params: query = {} } = request;
  const added = { ...typeOf(request), ...request.request_headers?.add_headers };
  const answer = response.body;
  return {
    method: request.method ?? "",
    url: request.url ?? "",
    query: typeof query === "string" ? [] : rows(query),
    wholeQuery: typeof query === "string" ? query : null,
    body: kindOf(body),
    template: typeof body === "string" ? body : (body?.template ?? ""),
    form: typeof body === "object" ? rows(body.form_template ?? {}) : [],
    addHeaders: rows(added),
    removeHeaders: (request.request_headers?.remove_headers ?? []).join(", "),
    responseBody:
      typeof answer === "object" && answer.action === "remove" ? "remove" : answer === undefined ? "keep" : "transform",
    responseTemplate: typeof answer === "string" ? answer : (answer?.template ?? ""),
  };
}

/** In version 1 the type of the body stood apart. */
function typeOf(request: RequestTransform): Record<string, string> {
  const type = request.version === 2 ? undefined : request.content_type;
  return type === undefined || type === "application/json" ? {} : { "Content-Type": type };
}

function kindOf(body: RequestTransform["body"]): BodyKind {
  if (body === undefined) {
    return "keep";
  }
  if (typeof body === "string") {
    return "transform";
  }
  return body.action === "x_www_form_urlencoded" ? "form" : body.action === "remove" ? "remove" : "transform";
}

function rows(values: Record<string, string | null>): Row[] {
  return Object.entries(values).map(([name, value]) => ({ name, value }));
}

function record(list: Row[]): Record<string, string> {
  return Object.fromEntries(named(list).map((row) => [row.name, row.value ?? ""]));
}

function named(list: Row[]): Row[] {
  return list.filter((row) => row.name !== "");
}

function queryOf(list: Row[]): Record<string, string | null> {
  return Object.fromEntries(named(list).map((row) => [row.name, row.value]));
}

/** Undefined when nothing is rewritten. */
export function requestOf(draft: TransformDraft): Record<string, unknown> | undefined {
  const add_headers = record(draft.addHeaders);
  const remove_headers = draft.removeHeaders
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const query = draft.wholeQuery === null ? queryOf(draft.query) : draft.wholeQuery;
  const parts = {
    ...(draft.method === "" ? {} : { method: draft.method }),
    ...(draft.url.trim() === "" ? {} : { url: draft.url.trim() }),
    ...(Object.keys(query).length === 0 ? {} : { query_params: query }),
    ...bodyOf(draft),
    ...(Object.keys(add_headers).length === 0 && remove_headers.length === 0
      ? {}
      : { request_headers: { add_headers, remove_headers } }),
  };
  return Object.keys(parts).length === 0 ? undefined : { version: 2, template_engine: "Kriti", ...parts };
}

function bodyOf(draft: TransformDraft): Record<string, unknown> {
  switch (draft.body) {
    case "keep":
      return {};
    case "remove":
      return { body: { action: "remove" } };
    case "transform":
      return { body: { action: "transform", template: draft.template } };
    case "form":
      return { body: { action: "x_www_form_urlencoded", form_template: record(draft.form) } };
  }
}

export function responseOf(draft: TransformDraft): Record<string, unknown> | undefined {
  switch (draft.responseBody) {
    case "keep":
      return undefined;
    case "remove":
      return { version: 2, template_engine: "Kriti", body: { action: "remove" } };
    case "transform":
      return {
        version: 2,
        template_engine: "Kriti",
        body: { action: "transform", template: draft.responseTemplate },
      };
  }
}

export function saved(action: Action, draft: TransformDraft): Command {
  const { request_transform: _request, response_transform: _response, ...rest } = action.definition;
  const request_transform = requestOf(draft);
  const response_transform = responseOf(draft);
  return {
    type: "update_action",
    args: {
      name: action.name,
      definition: {
        ...rest,
        ...(request_transform === undefined ? {} : { request_transform }),
        ...(response_transform === undefined ? {} : { response_transform }),
      },
      ...(action.comment === undefined ? {} : { comment: action.comment }),
    },
  };
}

/** What the engine is asked to try the transforms on. */
export interface Samples {
  body: unknown;
  session: Row[];
  environment: Row[];
  status: number;
  answer: unknown;
}

export function trialOf(handler: string, draft: TransformDraft, samples: Samples): Record<string, unknown> {
  const response_transform = responseOf(draft);
  return {
    webhook_url: handler,
    body: samples.body,
    request_headers: [["content-type", "application/json"]],
    env: record(samples.environment),
    session_variables: record(samples.session),
    // The engine tries from GET on, but calls handlers with POST.
    request_transform: { version: 2, template_engine: "Kriti", method: "POST", ...requestOf(draft) },
    ...(response_transform === undefined ? {} : { response_transform }),
    response: { status: samples.status, body: samples.answer },
  };
}

/** Each variable that a text speaks of: `{{HANDLER}}`. */
export function variablesIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}
