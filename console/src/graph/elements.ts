import { idOf, type GraphAnswer, type GraphEdge, type GraphObject } from "./types.ts";

/** One line between two objects, for all relationships between them, in both directions. */
export interface Line {
  id: string;
  from: string;
  to: string;
  /** In words, for those who point at it or have it read to them. */
  names: string[];
  /** Whether there is one towards `to`, and one towards `from`. */
  forth: boolean;
  back: boolean;
  /** Whether it leaves the database. */
  remote: boolean;
}

export interface Picture {
  objects: Map<string, GraphObject>;
  lines: Line[];
}

/** A table and what belongs to it know each other, mostly: one line tells both, and there are half as many. */
export function pictureOf({ nodes, edges }: GraphAnswer): Picture {
  const ids = nodes.map(idOf);
  const lines = new Map<string, Line>();
  for (const edge of edges) {
    const from = ids[edge.from];
    const to = ids[edge.to];
    if (from === undefined || to === undefined) {
      continue;
    }
    const turned = to < from;
    const id = turned ? `${to} ${from}` : `${from} ${to}`;
    const before = lines.get(id);
    lines.set(id, {
      id,
      from: before?.from ?? from,
      to: before?.to ?? to,
      names: [...(before?.names ?? []), nameOf(edge, nodes)],
      forth: before === undefined || before.forth || before.from === from,
      back: (before?.back ?? false) || (before !== undefined && before.from !== from),
      remote: (before?.remote ?? false) || edge.kind === "remote",
    });
  }
  return { objects: new Map(nodes.map((node) => [idOf(node), node])), lines: [...lines.values()] };
}

/** `post.author → users`; `[]` where it leads to many. */
function nameOf(edge: GraphEdge, nodes: GraphObject[]): string {
  const start = edge.type ?? nodes[edge.from]?.name ?? "";
  return `${start}.${edge.name} → ${nodes[edge.to]?.name ?? ""}${edge.kind === "array" ? " []" : ""}`;
}
