import { EngineError } from "../metadata/call.ts";

type Internal = { error?: { message?: unknown; description?: unknown; status_code?: unknown } } | null | undefined;

/** What Postgres calls the failure (an SQLSTATE), if it was one of a statement. */
export function sqlState(error: EngineError): string | null {
  const state = (error.internal as Internal)?.error?.status_code;
  return typeof state === "string" ? state : null;
}

/** "query execution failed" says little; what Postgres said is within. */
export function inPostgresWords(error: EngineError): EngineError {
  const internal = error.internal as Internal;
  const message = internal?.error?.message;
  if (typeof message !== "string") {
    return error;
  }
  const description = internal?.error?.description;
  const text = typeof description === "string" ? `${message}. ${description}` : message;
  return new EngineError(text, error.code, error.path, error.internal);
}
