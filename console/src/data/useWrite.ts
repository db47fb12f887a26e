import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asEngineError, EngineError } from "../metadata/call.ts";
import { useSend } from "../metadata/useEngine.ts";
import { failed, succeeded } from "../parts/toasts.ts";

/** Changes rows, and has them read again. */
export function useWrite(source: string) {
  const send = useSend();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  async function write(sql: string, done: string): Promise<boolean> {
    setBusy(true);
    try {
      // The text of a row is no change of the schema, even when it says "drop".
      const args = { source, sql, check_metadata_consistency: false };
      await send("v2/query", { type: "run_sql", args });
      await queries.invalidateQueries({ queryKey: ["sql"] });
      succeeded(done);
      return true;
    } catch (error) {
      failed(inPostgresWords(asEngineError(error)), () => {});
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { write, busy };
}

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
