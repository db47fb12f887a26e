import { Text } from "@mantine/core";
import { ownCost, type PlanNode } from "./plan.ts";

/** A plan, its costliest steps marked: the widest bar is where to look first. */
export function PlanTree({ plan }: { plan: PlanNode }) {
  const most = Math.max(...all(plan).map(ownCost), Number.EPSILON);
  return (
    <ul className="plan" aria-label="Plan">
      <Step node={plan} most={most} />
    </ul>
  );
}

function Step({ node, most }: { node: PlanNode; most: number }) {
  return (
    <li>
      <div className="plan-step">
        <Text size="sm" fw={500} className="breakable">
          {node.role !== null && <span className="plan-role">{node.role} </span>}
          {node.title}
        </Text>
        <Text size="xs" c="dimmed">
          {figures(node)}
        </Text>
        <div className="plan-bar" aria-hidden>
          <div style={{ width: `${(100 * ownCost(node)) / most}%` }} />
        </div>
        {node.details.map((detail) => (
          <code key={detail} className="plan-detail">
            {detail}
          </code>
        ))}
      </div>
      {node.children.length > 0 && (
        <ul>
          {node.children.map((child, index) => (
            <Step key={index} node={child} most={most} />
          ))}
        </ul>
      )}
    </li>
  );
}

function figures({ cost, rows, time }: PlanNode): string {
  const counted = `cost ${cost} · ${rows} ${rows === 1 ? "row" : "rows"}`;
  return time === null ? counted : `${counted} · ${time} ms`;
}

function all(node: PlanNode): PlanNode[] {
  return [node, ...node.children.flatMap(all)];
}
