import type { Focus } from "./types.ts";

/** What of the graph is looked at; stands in the address, so that it can be passed on. */
export interface GraphQuestion {
  search: string;
  focus: Focus | null;
  depth: number;
  limit: number;
}

export const LIMITS = [25, 50, 100, 200];
export const DEPTHS = [1, 2, 3];

/** As many as can be told from each other at one look. */
const USUAL_LIMIT = 50;

export function readQuestion(params: URLSearchParams): GraphQuestion {
  return {
    search: params.get("search") ?? "",
    focus: readFocus(params.get("focus")),
    depth: chosen(DEPTHS, params.get("depth"), 1),
    limit: chosen(LIMITS, params.get("limit"), USUAL_LIMIT),
  };
}

export function writeQuestion({ search, focus, depth, limit }: GraphQuestion): URLSearchParams {
  const params = new URLSearchParams();
  if (search !== "") {
    params.set("search", search);
  }
  if (focus !== null) {
    params.set("focus", JSON.stringify(focus));
    params.set("depth", String(depth));
  }
  if (limit !== USUAL_LIMIT) {
    params.set("limit", String(limit));
  }
  return params;
}

/** The arguments of `dovetail_graph`. */
export function argumentsOf({ search, focus, depth, limit }: GraphQuestion) {
  return { search: search.trim(), limit, ...(focus === null ? {} : { focus, depth }) };
}

function chosen(among: number[], text: string | null, usual: number): number {
  const number = Number(text);
  return text !== null && among.includes(number) ? number : usual;
}

/** Anybody can write an address; what is no focus is none. */
function readFocus(text: string | null): Focus | null {
  try {
    const value = JSON.parse(text ?? "null") as Partial<Record<string, unknown>> | null;
    if (value?.kind === "table") {
      const table = value.table as Partial<Record<string, unknown>> | undefined;
      return typeof value.source === "string" && typeof table?.schema === "string" && typeof table.name === "string"
        ? { kind: "table", source: value.source, table: { schema: table.schema, name: table.name } }
        : null;
    }
    return (value?.kind === "action" || value?.kind === "remote_schema") && typeof value.name === "string"
      ? { kind: value.kind, name: value.name }
      : null;
  } catch {
    return null;
  }
}
