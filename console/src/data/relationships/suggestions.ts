import { sameTable, type TableRef } from "../../metadata/names.ts";
import type { Command } from "../../metadata/call.ts";

interface End {
  table: TableRef;
  columns: string[];
  constraint_name?: string;
}

/** As `pg_suggest_relationships` has it. */
export interface Suggestion {
  type: "object" | "array";
  from: End;
  to: End;
}

/** What it could be called: the column without its `_id` for an object, the other table for a list. */
export function nameOf({ type, from, to }: Suggestion): string {
  const [column = ""] = from.columns;
  const short = column.replace(/_?id$/i, "");
  const ownKey = from.constraint_name !== undefined;
  const wanted = type === "object" && ownKey && from.columns.length === 1 && short !== "" ? short : to.table.name;
  const clean = wanted.replaceAll(/\W/g, "_").replace(/^(?=\d)/, "_");
  return clean === column ? `${clean}_row` : clean;
}

/** The suggestions with a name each, so that no table has one twice. */
export function named(suggestions: Suggestion[], taken: (table: TableRef) => string[]): [Suggestion, string][] {
  const used: { table: TableRef; name: string }[] = [];
  return suggestions.map((suggestion) => {
    const { table } = suggestion.from;
    const others = used.filter((each) => sameTable(each.table, table)).map((each) => each.name);
    const busy = new Set([...taken(table), ...others]);
    const first = nameOf(suggestion);
    const columns = (suggestion.from.constraint_name === undefined ? suggestion.to : suggestion.from).columns;
    const longer = `${first}_by_${columns.join("_").replaceAll(/\W/g, "_")}`;
    let name = busy.has(first) ? longer : first;
    for (let count = 2; busy.has(name); count++) {
      name = `${longer}_${count}`;
    }
    used.push({ table, name });
    return [suggestion, name];
  });
}

/** The command that makes it. */
export function commandOf(source: string, { type, from, to }: Suggestion, name: string): Command {
  const own = from.constraint_name !== undefined;
  const column = (columns: string[]) => (columns.length === 1 ? { column: columns[0] } : { columns });
  const constraint = own
    ? from.columns.length === 1
      ? from.columns[0]
      : from.columns
    : { table: to.table, ...column(to.columns) };
  return {
    type: type === "object" ? "pg_create_object_relationship" : "pg_create_array_relationship",
    args: { source, table: from.table, name, using: { foreign_key_constraint_on: constraint } },
  };
}
