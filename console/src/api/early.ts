import { sent } from "../headers/headers.ts";
import { loadRows } from "../headers/memory.ts";
import { known } from "../session/early.ts";
import type { Settings } from "../settings.ts";
import { askForSchema, type Asked } from "./schema/read.ts";

let early: { headers: string; asked: Asked } | null = null;

/**
 * What the API page needs takes longest to come, and nothing of it waits for anything else: so all is asked for at
 * once, before the page itself is there.
 */
export function loadEarly(settings: Settings): void {
  if (early !== null) {
    return;
  }
  void import("monaco-graphql/esm/monaco-editor.js");
  const secret = known(settings);
  if (secret !== undefined) {
    const headers = sent(loadRows(localStorage, sessionStorage, secret));
    early = { headers: canonical(headers), asked: askForSchema(headers) };
  }
}

/** The schema that was asked for before, once: whoever asks again wants to know what it is by now. */
export function takeEarly(headers: Record<string, string>): Asked | null {
  const taken = early;
  early = null;
  if (taken !== null && taken.headers !== canonical(headers)) {
    taken.asked.stop();
    return null;
  }
  return taken?.asked ?? null;
}

function canonical(headers: Record<string, string>): string {
  return JSON.stringify(Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)));
}
