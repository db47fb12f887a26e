import { useQuery } from "@tanstack/react-query";
import { useSend } from "../metadata/useEngine.ts";

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
    queryFn: async () =>
      (await send("v2/query", { type: "run_sql", args: { source, sql, read_only: true } })) as SqlAnswer,
  });
}
