import { expect, test } from "vitest";
import { ownCost, readPlan, type PlanNode } from "./plan.ts";

const LINES = `Aggregate  (cost=33.95..33.96 rows=1 width=32)
  ->  Nested Loop Left Join  (cost=0.15..30.75 rows=640 width=64)
        ->  Seq Scan on "od  d" users  (cost=0.00..16.40 rows=640 width=36)
              Filter: ((name = 'a  (cost=1) b'::text) AND (id < 3))
        ->  Aggregate  (cost=8.17..8.18 rows=1 width=32)
              ->  Index Scan using post_author on post  (cost=0.15..8.17 rows=1 width=36) (actual time=0.010..0.012)
                    Index Cond: (author_id = users.id)
  SubPlan 1
    ->  Result  (cost=0.00..0.01 rows=1 width=32)
Planning Time: 0.1 ms`.split("\n");

function outline(node: PlanNode): unknown {
  return [
    node.role === null ? node.title : `${node.role}: ${node.title}`,
    ...node.details,
    ...node.children.map(outline),
  ];
}

test("the lines of a plan become a tree", () => {
  const plan = readPlan(LINES);
  expect(plan && outline(plan)).toEqual([
    "Aggregate",
    [
      "Nested Loop Left Join",
      ['Seq Scan on "od  d" users', "Filter: ((name = 'a  (cost=1) b'::text) AND (id < 3))"],
      ["Aggregate", ["Index Scan using post_author on post", "Index Cond: (author_id = users.id)"]],
    ],
    ["SubPlan 1: Result"],
  ]);
  expect(plan).toMatchObject({ cost: 33.96, rows: 1, time: null });
  expect(plan?.children[0]?.children[1]?.children[0]?.time).toBe(0.012);
  expect(plan && ownCost(plan)).toBeCloseTo(3.2);
});

test("what is no plan is none", () => {
  expect(readPlan([])).toBeNull();
  expect(readPlan(["nothing of the kind"])).toBeNull();
});
