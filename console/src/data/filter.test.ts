import { expect, test } from "vitest";
import { operatorsOf, readFilter, readValue, writeFilter, writeValue } from "./filter.ts";

const RELATIONSHIPS = new Set(["author"]);

test.each([
  [{}],
  [{ id: { _eq: "X-Hasura-User-Id" } }],
  [{ _and: [{ id: { _gt: 1 } }, { _or: [{ name: { _in: ["a"] } }, { _not: { done: { _is_null: true } } }] }] }],
  [{ author: { id: { _eq: "X-Hasura-User-Id" } } }],
  [{ _exists: { _table: "x", _where: {} } }],
  [{ place: { _st_d_within: { distance: 1 } } }],
  [{ author: { _or: [{ a: { _eq: 1 } }] } }],
])("%j stays what it is", (filter) => {
  expect(writeFilter(readFilter(filter, RELATIONSHIPS))).toEqual(filter);
});

test("several keys mean that all must hold", () => {
  expect(writeFilter(readFilter({ a: { _gt: 1, _lt: 5 }, b: { _eq: 2 } }, RELATIONSHIPS))).toEqual({
    _and: [{ a: { _gt: 1 } }, { a: { _lt: 5 } }, { b: { _eq: 2 } }],
  });
});

test.each([
  ["7", "_eq", "int4", 7],
  ["7", "_eq", "text", "7"],
  ["true", "_eq", "bool", true],
  ["X-Hasura-User-Id", "_eq", "int4", "X-Hasura-User-Id"],
  ["a, b", "_in", "text", ["a", "b"]],
  ["1,2", "_nin", "int4", [1, 2]],
  ["x-hasura-allowed-ids", "_in", "int4", "x-hasura-allowed-ids"],
  ["false", "_is_null", "text", false],
  ["odd", "_eq", "int4", "odd"],
  ["other", "_ceq", "int4", ["other"]],
  ["$, other", "_cgt", "int4", ["$", "other"]],
  ['["a, b", "c"]', "_in", "text", ["a, b", "c"]],
  ["9007199254740993", "_eq", "int8", "9007199254740993"],
  ["0.1234567890123456789", "_eq", "numeric", "0.1234567890123456789"],
  ["9007199254740993, 1", "_in", "int8", ["9007199254740993", 1]],
  ["7", "_has_key", "jsonb", "7"],
  ["a, b", "_has_keys_any", "jsonb", ["a", "b"]],
  ['{"a": 1}', "_contains", "jsonb", { a: 1 }],
  ["[1, 2]", "_contains", "int4[]", [1, 2]],
])("%j for %s on %s is %j", (text, operator, type, value) => {
  expect(readValue(text, operator, type)).toEqual(value);
});

test("what is shown of a list is read as the same list, whatever is in it", () => {
  for (const list of [["a", "b"], ["a, b", "c"], [" a"], [""], [1, 2], ["[x"]]) {
    const type = typeof list[0] === "number" ? "int4" : "text";
    expect(readValue(writeValue(list), "_in", type)).toEqual(list);
  }
});

test("a column has the operators of its type", () => {
  expect(operatorsOf("text")).toContain("_iregex");
  expect(operatorsOf("int4")).not.toContain("_like");
  expect(operatorsOf("jsonb")).toContain("_has_keys_all");
  expect(operatorsOf("int4[]")).toContain("_contains");
  expect(operatorsOf("int4[]")).not.toContain("_has_key");
});

test("values are shown as they are typed", () => {
  expect(writeValue(["a", "b"])).toBe("a, b");
  expect(writeValue(7)).toBe("7");
  expect(writeValue("x")).toBe("x");
});
