/** One step of a plan, as Postgres' EXPLAIN writes it. */
export interface PlanNode {
  /** `Index Scan using users_pkey on users`. */
  title: string;
  /** How it hangs below the one above, when that is not just as its input: `SubPlan 1`. */
  role: string | null;
  /** What it would cost until its last row, in Postgres' own unit, with all below it. */
  cost: number;
  rows: number;
  /** In milliseconds, until its last row; only of a plan that was run. */
  time: number | null;
  /** `Filter: (id < 3)`. */
  details: string[];
  children: PlanNode[];
}

const STEP =
  /^(\s*)(?:->\s+)?(.*?)\s+\(cost=[\d.]+\.\.([\d.]+) rows=(\d+) width=\d+\)(?: \(actual time=[\d.]+\.\.([\d.]+))?/;
const ROLE = /^(\s*)((?:SubPlan|InitPlan|CTE) .*)$/;

/** The tree that the indentation of the lines makes; null for text that is no plan. */
export function readPlan(lines: readonly string[]): PlanNode | null {
  const open: { indent: number; node: PlanNode }[] = [];
  let root: PlanNode | null = null;
  let role: string | null = null;
  function close(indent: number) {
    while ((open.at(-1)?.indent ?? -1) >= indent) {
      open.pop();
    }
  }
  for (const line of lines) {
    const step = STEP.exec(line);
    const named = ROLE.exec(line);
    const indent = /^\s*/.exec(line)?.[0].length ?? 0;
    if (step === null) {
      if (named !== null) {
        // It stands in for the arrow: what follows hangs below the same step as it.
        close(indent);
        role = named[2] ?? null;
      } else {
        // Details stand farther in than their step; what closes the plan (planning time) stands at the margin.
        open.findLast((each) => each.indent < indent)?.node.details.push(line.trim());
      }
      continue;
    }
    const [, , title = "", cost, rows, time] = step;
    const node: PlanNode = {
      title,
      role,
      cost: Number(cost),
      rows: Number(rows),
      time: time === undefined ? null : Number(time),
      details: [],
      children: [],
    };
    role = null;
    close(indent);
    open.at(-1)?.node.children.push(node);
    root ??= node;
    open.push({ indent, node });
  }
  return root;
}

/** What it costs by itself, without those below it. */
export function ownCost(node: PlanNode): number {
  return Math.max(0, node.cost - node.children.reduce((sum, child) => sum + child.cost, 0));
}
