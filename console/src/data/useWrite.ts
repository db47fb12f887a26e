import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asEngineError, EngineError } from "../metadata/call.ts";
import { useSend } from "../metadata/useEngine.ts";
import { failed, succeeded } from "../parts/toasts.ts";
import type { SqlAnswer } from "./useSql.ts";
import { inPostgresWords } from "./words.ts";

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
      const answer = (await send("v2/query", { type: "run_sql", args })) as SqlAnswer;
      await queries.invalidateQueries({ queryKey: ["sql"] });
      if (foundNone(answer)) {
        failed(new EngineError(GONE, "not-exists", null, undefined), () => {});
        return false;
      }
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

const GONE = "There is no such row any more: somebody has deleted it, or changed its key.";

/** Of a statement that answers the rows that it changed; others answer nothing at all. */
function foundNone({ result }: SqlAnswer): boolean {
  return result !== null && result.length === 1;
}
