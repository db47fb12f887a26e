/** The engine's addresses, and the administrator's calls. */

/** The page's base is `…/console/`; the APIs are its neighbours, whatever path a proxy puts before them. */
export function engineUrl(path: string, base: string = document.baseURI): string {
  return new URL(`../${path}`, base).href;
}

/** For the router: the path below which the console lives, without the last slash. */
export function consolePath(base: string = document.baseURI): string {
  return new URL(base).pathname.replace(/\/$/, "");
}

export type Admission =
  | { kind: "admitted" }
  | { kind: "refused"; message: string }
  | { kind: "unreachable"; message: string };

/** Tries a secret (null: none) with a call that does nothing. */
export async function knock(secret: string | null, signal?: AbortSignal): Promise<Admission> {
  try {
    const headers: Record<string, string> = { "content-type": "application/json" };
    if (secret !== null) {
      headers["x-hasura-admin-secret"] = secret;
    }
    const answer = await fetch(engineUrl("v1/metadata"), {
      method: "POST",
      headers,
      body: JSON.stringify({ type: "bulk", args: [] }),
      signal: signal ?? null,
    });
    return admission(answer.status, await answer.json().catch(() => null));
  } catch (broken) {
    return { kind: "unreachable", message: broken instanceof Error ? broken.message : String(broken) };
  }
}

export function admission(status: number, body: unknown): Admission {
  if (status >= 200 && status < 300) {
    return { kind: "admitted" };
  }
  const error = (body ?? {}) as { error?: unknown; code?: unknown };
  const message = typeof error.error === "string" ? error.error : `status ${status}`;
  return error.code === "access-denied" || status === 401
    ? { kind: "refused", message }
    : { kind: "unreachable", message };
}
