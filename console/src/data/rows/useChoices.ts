import { useQuery } from "@tanstack/react-query";
import type { TableView } from "../../metadata/types.ts";
import { useSend } from "../../metadata/useEngine.ts";
import type { SqlAnswer } from "../useSql.ts";
import { choicesSql, readChoices, referred, type Choices } from "./choices.ts";

/** Of so many foreign keys it is looked up whether they lead to enums. */
const MOST_KEYS = 40;

/** The values of the table's enums, of both sorts; undefined until they are known, and where they cannot be. */
export function useChoices(source: string, view: TableView): Choices | undefined {
  const send = useSend();
  const keys = referred(view).slice(0, MOST_KEYS);
  const { data } = useQuery({
    queryKey: ["metadata", "choices", source, view.table, keys],
    queryFn: async () => {
      // One table that cannot be looked at does not take the others' choices away.
      const asked = keys.map(async (key) => {
        const args = { source, table: key.table };
        const other = (await send("v1/metadata", { type: "dovetail_get_table", args })) as TableView;
        return other.metadata?.is_enum === true ? [key] : [];
      });
      const enums = (await Promise.allSettled(asked)).flatMap((each) =>
        each.status === "fulfilled" ? each.value : [],
      );
      const sql = choicesSql(view.table, enums);
      const answer = await send("v2/query", { type: "run_sql", args: { source, sql, read_only: true } });
      return readChoices(answer as SqlAnswer);
    },
    retry: false,
    structuralSharing: false,
  });
  return data;
}
