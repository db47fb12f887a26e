import { expect, test } from "vitest";
import { readFilter, readValue, writeFilter, writeValue } from "./filter.ts";

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
])("%j for %s on %s is %j", (text, operator, type, value) => {
  expect(readValue(text, operator, type)).toEqual(value);
});

test("values are shown as they are typed", () => {
  expect(writeValue(["a", "b"])).toBe("a, b");
  expect(writeValue(7)).toBe("7");
  expect(writeValue("x")).toBe("x");
});
