import { ActionIcon, Tooltip } from "@mantine/core";
import { Handle, Position, type Node, type NodeProps } from "@xyflow/react";
import { Cloud, Focus as FocusIcon, Table2, Zap } from "lucide-react";
import { Link } from "react-router";
import { pathOf, type GraphObject } from "./types.ts";

export type ObjectNode = Node<
  { object: GraphObject; focused: boolean; dimmed: boolean; onFocus(object: GraphObject): void },
  "object"
>;

const ICONS = { table: Table2, action: Zap, remote_schema: Cloud };
const KINDS = { table: "table", action: "action", remote_schema: "remote schema" };

/** An object in the picture: its name leads to its page, the button beside it shows what is around it. */
export function ObjectBox({ data: { object, focused, dimmed, onFocus } }: NodeProps<ObjectNode>) {
  const Icon = ICONS[object.kind];
  return (
    <div
      className="graph-box"
      data-kind={object.kind}
      data-focused={focused || undefined}
      data-dimmed={dimmed || undefined}
      data-broken={object.served === false || undefined}
    >
      <Handle type="target" position={Position.Left} isConnectable={false} />
      <Icon size={16} aria-hidden className="graph-icon" />
      <div className="graph-text">
        <Link to={pathOf(object)} className="graph-name nodrag" title={object.name}>
          <bdi>{object.name}</bdi>
        </Link>
        <span className="graph-kind">
          {object.kind === "table" && object.source !== "default" ? `table in ${object.source}` : KINDS[object.kind]}
          {object.served === false ? " · inconsistent" : ""}
        </span>
      </div>
      <Tooltip label={`What is around it: ${object.neighbours}`}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          className="nodrag"
          aria-label={`What is around ${object.name}`}
          aria-pressed={focused}
          onClick={() => onFocus(object)}
        >
          <FocusIcon size={14} />
        </ActionIcon>
      </Tooltip>
      <Handle type="source" position={Position.Right} isConnectable={false} />
    </div>
  );
}
