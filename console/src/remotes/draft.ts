import { namelessHeader } from "../actions/draft.ts";
import type { HeaderConf } from "../actions/types.ts";
import { customizationDraft, customizationOf, unfinished, type CustomizationDraft } from "./customization.ts";
import type { RemoteDefinition, RemoteSchema } from "./types.ts";

/** What the form of a remote schema holds. */
export interface RemoteDraft {
  name: string;
  /** Where its address comes from. */
  from: "url" | "env";
  address: string;
  headers: HeaderConf[];
  forwardClientHeaders: boolean;
  /** In seconds, as typed; empty for the usual. */
  timeout: string;
  comment: string;
  customization: CustomizationDraft;
}

export const NEW_REMOTE: RemoteDraft = {
  name: "",
  from: "url",
  address: "",
  headers: [],
  forwardClientHeaders: false,
  timeout: "",
  comment: "",
  customization: customizationDraft(undefined),
};

export function draftOf({ name, definition, comment }: RemoteSchema): RemoteDraft {
  return {
    name,
    from: definition.url_from_env === undefined ? "url" : "env",
    address: definition.url ?? definition.url_from_env ?? "",
    headers: definition.headers ?? [],
    forwardClientHeaders: definition.forward_client_headers ?? false,
    timeout: definition.timeout_seconds === undefined ? "" : String(definition.timeout_seconds),
    comment: comment ?? "",
    customization: customizationDraft(definition.customization),
  };
}

export function incomplete(draft: RemoteDraft): string | null {
  if (draft.name.trim() === "") {
    return "The name is missing.";
  }
  if (draft.address.trim() === "") {
    return draft.from === "url" ? "The address is missing." : "The name of the variable is missing.";
  }
  if (draft.timeout !== "" && !/^[1-9]\d{0,5}$/.test(draft.timeout)) {
    return "The timeout is a whole number of seconds.";
  }
  return namelessHeader(draft.headers) ?? unfinished(draft.customization);
}

/** The arguments that add or update it. @param before what there is already, whose other keys stay */
export function argumentsOf(draft: RemoteDraft, before: RemoteDefinition | null) {
  const {
    url: _url,
    url_from_env: _env,
    headers: _headers,
    timeout_seconds: _timeout,
    forward_client_headers: _forward,
    customization: _customization,
    ...rest
  } = before ?? {};
  const address = draft.address.trim();
  const customization = customizationOf(draft.customization);
  return {
    name: draft.name.trim(),
    definition: {
      ...rest,
      ...(draft.from === "url" ? { url: address } : { url_from_env: address }),
      ...(draft.headers.length > 0 ? { headers: draft.headers } : {}),
      ...(draft.forwardClientHeaders ? { forward_client_headers: true } : {}),
      ...(draft.timeout === "" ? {} : { timeout_seconds: Number(draft.timeout) }),
      ...(customization === null ? {} : { customization }),
    },
    ...(draft.comment.trim() === "" ? {} : { comment: draft.comment.trim() }),
  };
}
