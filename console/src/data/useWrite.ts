import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { asEngineError, EngineError } from "../metadata/call.ts";
import { useSend } from "../metadata/useEngine.ts";
import { failed, succeeded } from "../parts/toasts.ts";
import { unanswered } from "./sql.ts";
import type { SqlAnswer } from "./useSql.ts";
import { inPostgresWords, sqlState } from "./words.ts";

/** Changes rows, and has them read again. */
export function useWrite(source: string) {
  const send = useSend();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);

  async function once(sql: string): Promise<SqlAnswer> {
    // The text of a row is no change of the schema, even when it says "drop".
    const args = { source, sql, check_metadata_consistency: false };
    return (await send("v2/query", { type: "run_sql", args })) as SqlAnswer;
  }

  async function answered(sql: string): Promise<SqlAnswer> {
    try {
      return await once(sql);
    } catch (error) {
      const silent = unanswered(sql);
      if (silent === null || sqlState(asEngineError(error)) !== NOT_SUPPORTED) {
        throw error;
      }
      return once(silent);
    }
  }

  async function write(sql: string, done: string): Promise<boolean> {
    setBusy(true);
    try {
      const answer = await answered(sql);
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

/** Views may have rules that change rows, but have none to answer. */
const NOT_SUPPORTED = "0A000";

const GONE = "There is no such row any more: somebody has deleted it, or changed its key.";

/** Of a statement that answers the rows that it changed; others answer nothing at all. */
function foundNone({ result }: SqlAnswer): boolean {
  return result !== null && result.length === 1;
}
