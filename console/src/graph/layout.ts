import { graphlib, layout } from "@dagrejs/dagre";

/** What is laid out: boxes by their names, and which of them are connected. */
export interface Plan {
  ids: string[];
  lines: [from: string, to: string][];
}

export type Places = Record<string, { x: number; y: number }>;

export const BOX = { width: 190, height: 52 };

const GAP = 28;
const LAYER_GAP = 64;
/** Those with no line to anything stand below, so many side by side. */
const IDLE_COLUMNS = 6;

/** The upper left corner of each box. */
export function arrange({ ids, lines }: Plan): Places {
  const connected = new Set(lines.filter(([from, to]) => from !== to).flat());
  const graph = new graphlib.Graph();
  graph.setGraph({ rankdir: "LR", nodesep: GAP, ranksep: LAYER_GAP, ranker: "tight-tree" });
  graph.setDefaultEdgeLabel(() => ({}));
  ids.filter((id) => connected.has(id)).forEach((id) => graph.setNode(id, { ...BOX }));
  lines.filter(([from, to]) => from !== to).forEach(([from, to]) => graph.setEdge(from, to));
  layout(graph);
  const places: Places = {};
  let bottom = 0;
  for (const id of graph.nodes()) {
    const { x, y } = graph.node(id) as { x: number; y: number };
    places[id] = { x: Math.round(x - BOX.width / 2), y: Math.round(y - BOX.height / 2) };
    bottom = Math.max(bottom, y + BOX.height);
  }
  ids
    .filter((id) => !connected.has(id))
    .forEach((id, index) => {
      places[id] = {
        x: (index % IDLE_COLUMNS) * (BOX.width + GAP),
        y: bottom + Math.floor(index / IDLE_COLUMNS) * (BOX.height + GAP),
      };
    });
  return places;
}
