import { engineUrl } from "../engine.ts";
import { parsedOr } from "./json.ts";

/** What the engine, or the way to it, said against a request. */
export class EngineError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly path: string | null,
    /** What the engine adds: inconsistent objects, what Postgres said. */
    readonly internal: unknown,
  ) {
    super(message);
    this.name = "EngineError";
  }

  /** Whether somebody else has changed the metadata since it was read. */
  get isConflict(): boolean {
    return this.code === "conflict";
  }
}

export interface Caller {
  secret: string | null;
  signal?: AbortSignal | undefined;
}

type Denied = () => void;

const denied = new Set<Denied>();

/** Has somebody told whenever the engine denies access. @return to be called when that is no longer wanted */
export function onDenied(tell: Denied): () => void {
  denied.add(tell);
  return () => denied.delete(tell);
}

/** Sends one request as the administrator. */
export async function post(caller: Caller, path: string, body: unknown, more: Record<string, string> = {}) {
  const headers: Record<string, string> = { "content-type": "application/json", ...more };
  if (caller.secret !== null) {
    headers["x-hasura-admin-secret"] = caller.secret;
  }
  let answer: Response;
  try {
    answer = await fetch(engineUrl(path), {
      method: "POST",
      headers,
      body: JSON.stringify(body),
      signal: caller.signal ?? null,
    });
  } catch (broken) {
    if (caller.signal?.aborted) {
      throw broken;
    }
    throw new EngineError("The engine cannot be reached.", "unreachable", null, String(broken));
  }
  const content = parsedOr(await answer.text().catch(() => ""), null);
  if (answer.ok) {
    return content;
  }
  const error = refusal(answer.status, content);
  if (error.code === "access-denied") {
    denied.forEach((tell) => tell());
  }
  throw error;
}

export function refusal(status: number, body: unknown): EngineError {
  const error = (body ?? {}) as { error?: unknown; code?: unknown; path?: unknown; internal?: unknown };
  return new EngineError(
    typeof error.error === "string" ? error.error : `The engine answered with status ${status}.`,
    typeof error.code === "string" ? error.code : `status-${status}`,
    typeof error.path === "string" ? error.path : null,
    error.internal,
  );
}

export interface Command {
  type: string;
  args: unknown;
}

/** The body of a change. Several commands go as one, which is made altogether or not at all. */
export function changeBody(commands: readonly Command[], version: number) {
  const [only] = commands;
  return only !== undefined && commands.length === 1
    ? { ...only, resource_version: version }
    : { type: "bulk", args: commands, resource_version: version };
}

/** What the engine remarks on a change that it made: of a bulk, all that is remarked on its parts. */
export function warnings(answer: unknown): string[] {
  if (Array.isArray(answer)) {
    return answer.flatMap(warnings);
  }
  const list = (answer as { warnings?: unknown } | null)?.warnings;
  return Array.isArray(list) ? list.map((each) => String((each as { message?: unknown }).message)) : [];
}

/** Whatever is thrown, as something that can be shown. */
export function asEngineError(error: unknown): EngineError {
  return error instanceof EngineError
    ? error
    : new EngineError(error instanceof Error ? error.message : String(error), "unexpected", null, null);
}
