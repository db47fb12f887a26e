import { useQuery } from "@tanstack/react-query";
import { asEngineError } from "../metadata/call.ts";
import { useSend } from "../metadata/useEngine.ts";
import { inPostgresWords } from "./words.ts";

export interface SqlAnswer {
  result_type: "CommandOk" | "TuplesOk";
  result: string[][] | null;
}

/** Rows that are looked at; nothing is changed by it. */
export function useSql(source: string, sql: string, enabled: boolean) {
  const send = useSend();
  return useQuery({
    queryKey: ["sql", source, sql],
    enabled,
    placeholderData: (before: SqlAnswer | undefined) => before,
    queryFn: async () => {
      try {
        return (await send("v2/query", { type: "run_sql", args: { source, sql, read_only: true } })) as SqlAnswer;
      } catch (error) {
        throw inPostgresWords(asEngineError(error));
      }
    },
  });
}
