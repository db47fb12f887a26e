import "@xyflow/react/dist/base.css";
import "./graph.css";
import { useComputedColorScheme } from "@mantine/core";
import { useReducedMotion } from "@mantine/hooks";
import { Background, Controls, MarkerType, MiniMap, ReactFlow, useReactFlow, type Edge } from "@xyflow/react";
import { useEffect, useMemo, useState } from "react";
import type { Line } from "./elements.ts";
import { BOX } from "./layout.ts";
import { ObjectBox, type ObjectNode } from "./ObjectBox.tsx";
import type { GraphObject } from "./types.ts";
import type { Arranged } from "./useLayout.ts";

interface Props {
  arranged: Arranged;
  /** The object around which it is. */
  focus: string | null;
  onFocus(object: GraphObject): void;
}

const TYPES = { object: ObjectBox };
const FIT = { padding: 0.12, maxZoom: 1.1 };
const ARROW = { type: MarkerType.ArrowClosed, width: 16, height: 16 };

/** The picture itself: to be dragged, zoomed, and walked through with Tab. */
export function Canvas({ arranged, focus, onFocus }: Props) {
  const scheme = useComputedColorScheme("light");
  const [pointed, setPointed] = useState<string | null>(null);
  const near = useMemo(() => neighbours(arranged.picture.lines, pointed), [arranged, pointed]);
  const nodes = useMemo(
    () =>
      [...arranged.picture.objects].map(([id, object]): ObjectNode => ({
        id,
        type: "object",
        position: arranged.places[id] ?? { x: 0, y: 0 },
        ...BOX,
        data: { object, focused: id === focus, dimmed: near !== null && !near.has(id), onFocus },
      })),
    [arranged, focus, near, onFocus],
  );
  const edges = useMemo(() => arranged.picture.lines.map((line) => edge(line, pointed)), [arranged, pointed]);
  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={TYPES}
      colorMode={scheme}
      minZoom={0.05}
      fitView
      fitViewOptions={FIT}
      onlyRenderVisibleElements={nodes.length > 150}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      deleteKeyCode={null}
      onNodeMouseEnter={(_, node) => setPointed(node.id)}
      onNodeMouseLeave={() => setPointed(null)}
    >
      <Background gap={24} />
      <Controls showInteractive={false} position="bottom-right" aria-label="Zoom" />
      {nodes.length > 30 && <MiniMap pannable zoomable position="bottom-left" ariaLabel="The whole, small" />}
      <Fit arranged={arranged} />
    </ReactFlow>
  );
}

/** Brings another picture wholly into sight. */
function Fit({ arranged }: { arranged: Arranged }) {
  const { fitView } = useReactFlow();
  const still = useReducedMotion();
  useEffect(() => {
    void fitView({ ...FIT, duration: still ? 0 : 300 });
  }, [arranged, fitView, still]);
  return null;
}

function neighbours(lines: Line[], pointed: string | null): Set<string> | null {
  return pointed === null
    ? null
    : new Set([pointed, ...lines.filter((line) => touches(line, pointed)).flatMap(({ from, to }) => [from, to])]);
}

function touches(line: Line, id: string): boolean {
  return line.from === id || line.to === id;
}

function edge(line: Line, pointed: string | null): Edge {
  const lit = pointed !== null && touches(line, pointed);
  return {
    id: line.id,
    source: line.from,
    target: line.to,
    className: [
      line.remote ? "graph-remote" : "",
      lit ? "graph-lit" : "",
      pointed !== null && !lit ? "graph-dim" : "",
    ].join(" "),
    ariaLabel: line.names.join(", "),
    ...(lit ? { label: short(line.names), zIndex: 10 } : {}),
    ...(line.forth ? { markerEnd: ARROW } : {}),
    ...(line.back ? { markerStart: ARROW } : {}),
  };
}

const NAMES_SHOWN = 2;

function short(names: string[]): string {
  const more = names.length - NAMES_SHOWN;
  return names.slice(0, NAMES_SHOWN).join(", ") + (more > 0 ? ` and ${more} more` : "");
}
