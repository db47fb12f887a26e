import { knock, type Admission } from "../engine.ts";
import type { Settings } from "../settings.ts";
import { recallSecret } from "./secret.ts";

let early: { secret: string | null; answer: Promise<Admission> } | null = null;

/** The secret to knock with: null where none is needed; undefined where one is, and was never told. */
export function known({ adminSecret }: Settings): string | null | undefined {
  return adminSecret ? (recallSecret(localStorage, sessionStorage) ?? undefined) : null;
}

/** Every page waits for the engine's word that one may enter: it is asked before the page itself is there. */
export function knockEarly(settings: Settings): void {
  const secret = known(settings);
  if (secret !== undefined) {
    early = { secret, answer: knock(secret) };
  }
}

/** Knocks, unless that has just been done. */
export function knockOnce(secret: string | null, signal: AbortSignal): Promise<Admission> {
  const taken = early;
  early = null;
  return taken !== null && taken.secret === secret ? taken.answer : knock(secret, signal);
}
