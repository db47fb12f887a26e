import { getIntrospectionQuery } from "graphql";
import { engineUrl } from "../engine.ts";
import { sent } from "../headers/headers.ts";
import { loadRows } from "../headers/memory.ts";
import { recallSecret } from "../session/secret.ts";

/**
 * What the API page needs takes longest to come, and nothing of it waits for anything else: so all is asked for at
 * once, before the page itself is there.
 */
export function loadEarly(secretNeeded: boolean): void {
  const editor = import("monaco-graphql/esm/monaco-editor.js");
  const secret = recallSecret(localStorage, sessionStorage);
  if (!secretNeeded || secret !== null) {
    asked = ask(sent(loadRows(localStorage, sessionStorage, secretNeeded ? secret : null)), editor);
  }
}

/** From the editor's code to its first line on the screen. */
const EDITOR_MILLIS = 150;

interface Asked {
  headers: string;
  answer: Promise<unknown>;
}

let asked: Asked | null = null;

/** @param editor comes first: a schema of many megabytes would keep it from showing while it is taken apart */
function ask(headers: Record<string, string>, editor: Promise<unknown>): Asked {
  const response = fetch(engineUrl("v1/graphql"), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json", ...headers },
    body: JSON.stringify({ query: getIntrospectionQuery(), operationName: "IntrospectionQuery" }),
  });
  const answer = Promise.all([response, editor]).then(async ([given]) => {
    await new Promise((shown) => setTimeout(shown, EDITOR_MILLIS));
    return (await given.json()) as unknown;
  });
  // Whoever takes it hears of it.
  answer.catch(() => {});
  return { headers: canonical(headers), answer };
}

/** The schema that was asked for before, once: whoever asks again wants to know what it is by now. */
export function takeEarly(headers: Record<string, string>): Promise<unknown> | null {
  const taken = asked;
  asked = null;
  return taken !== null && taken.headers === canonical(headers) ? taken.answer : null;
}

function canonical(headers: Record<string, string>): string {
  return JSON.stringify(Object.entries(headers).sort(([one], [other]) => (one < other ? -1 : 1)));
}
