import { expect, test } from "vitest";
import type { TableView } from "../../metadata/types.ts";
import { followed, pointing } from "./follow.ts";

const TO = { schema: "shop", name: "to" };
const VIEW: TableView = {
  resource_version: 1,
  table: { schema: "public", name: "t" },
  kind: "table",
  tracked: true,
  foreign_keys: [
    { constraint_name: "both", table: TO, columns: { a: "x", b: "y" } },
    { constraint_name: "one", table: TO, columns: { a: "x" } },
  ],
  referenced_by: [{ constraint_name: "back", table: TO, columns: { theirs: "a" } }],
};
const row = (values: Record<string, string | null>) => (column: string) => values[column] ?? null;
function address(...where: string[][]): string {
  const params = new URLSearchParams(where.map((each) => ["where", JSON.stringify(each)]));
  return `/data/~default/table/~shop/~to/browse?${params.toString()}`;
}

test("a key is followed by all its columns, the shortest first", () => {
  expect(followed("default", VIEW, "a", row({ a: "1", b: "2" }))).toBe(address(["x", "=", "1"]));
  expect(followed("default", VIEW, "b", row({ a: "1", b: "2" }))).toBe(address(["x", "=", "1"], ["y", "=", "2"]));
});

test("no value leads nowhere", () => {
  expect(followed("default", VIEW, "b", row({ a: null, b: "2" }))).toBeNull();
  expect(followed("default", VIEW, "c", row({ c: "1" }))).toBeNull();
  expect(pointing("default", VIEW, row({}))).toEqual([]);
});

test("rows that point here are found", () => {
  expect(pointing("default", VIEW, row({ a: "1" }))).toEqual([
    { name: "shop.to by theirs", to: address(["theirs", "=", "1"]) },
  ]);
});
