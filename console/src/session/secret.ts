import type { Shelf } from "../headers/memory.ts";

const KEY = "dovetail:admin-secret";

/** The secret of an earlier login: of this tab, or of this browser when that was asked for. */
export function recallSecret(local: Shelf, session: Shelf): string | null {
  return session.getItem(KEY) ?? local.getItem(KEY);
}

/** @param remember keep it beyond this tab, readable for whoever uses this browser profile */
export function keepSecret(secret: string, remember: boolean, local: Shelf, session: Shelf): void {
  forgetSecret(local, session);
  (remember ? local : session).setItem(KEY, secret);
}

export function forgetSecret(local: Shelf, session: Shelf): void {
  local.removeItem(KEY);
  session.removeItem(KEY);
}
