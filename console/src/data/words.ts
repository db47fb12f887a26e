import { EngineError } from "../metadata/call.ts";

/** "query execution failed" says little; what Postgres said is within. */
export function inPostgresWords(error: EngineError): EngineError {
  const internal = error.internal as { error?: { message?: unknown; description?: unknown } } | null | undefined;
  const message = internal?.error?.message;
  if (typeof message !== "string") {
    return error;
  }
  const description = internal?.error?.description;
  const text = typeof description === "string" ? `${message}. ${description}` : message;
  return new EngineError(text, error.code, error.path, error.internal);
}
