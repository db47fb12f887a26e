import { tableText, type TableRef } from "../../metadata/names.ts";
import type { useSend } from "../../metadata/useEngine.ts";
import { whole } from "../../metadata/whole.ts";
import { hindrance, isOfARow, type FunctionPage, type FunctionRow } from "./functions.ts";

/**
 * Those of the functions that could be tracked and are not: others return no rows of a table, as for triggers, or are
 * made to be fields of a table's rows rather than of everybody's queries.
 */
export async function untrackedAmong(
  send: ReturnType<typeof useSend>,
  source: string,
  functions: readonly TableRef[],
): Promise<FunctionRow[]> {
  const rows: FunctionRow[] = [];
  for (const name of new Map(functions.map((each) => [tableText(each), each])).values()) {
    const wanted = { source, tracked: false, search: name.name };
    const found = await whole(send, "dovetail_list_functions", wanted, (page: FunctionPage) => page.functions);
    const row = found.find(({ function: each }) => each.schema === name.schema && each.name === name.name);
    if (row !== undefined && hindrance(row) === null && !isOfARow(row)) {
      rows.push(row);
    }
  }
  return rows;
}
