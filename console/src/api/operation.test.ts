import { expect, test } from "vitest";
import { readEditors, sessionOf } from "./operation.ts";

const TWO = "query A { a ...F } query B($x: Int) { b(x: $x) } fragment F on Q { c }";

test.each([
  ["{ a }", "", undefined, { query: "{\n  a\n}" }],
  [TWO, "", "A", { query: "query A {\n  a\n  ...F\n}\n\nfragment F on Q {\n  c\n}", operationName: "A" }],
  [TWO, '{"x": 1}', "B", { query: "query B($x: Int) {\n  b(x: $x)\n}", operationName: "B", variables: { x: 1 } }],
])("%s with the variables %s at %s", (query, variables, chosen, written) => {
  expect(readEditors(query, variables, chosen)).toMatchObject({ kind: "written", written });
});

test.each([
  ["{ a", "", undefined, /cannot be read/],
  ["fragment F on Q { c }", "", undefined, /Write a query/],
  [TWO, "", undefined, /cursor/],
  ["{ a }", "{", undefined, /JSON/],
  ["{ a }", "[]", undefined, /object/],
])("%s with the variables %s is not taken", (query, variables, chosen, message) => {
  expect(readEditors(query, variables, chosen)).toMatchObject({
    kind: "problem",
    message: expect.stringMatching(message),
  });
});

test("a session has variables and no secret", () => {
  const headers = {
    "x-hasura-role": "user",
    "x-hasura-user-id": "1",
    "x-hasura-admin-secret": "s",
    authorization: "b",
  };
  expect(sessionOf(headers)).toEqual({ "x-hasura-role": "user", "x-hasura-user-id": "1" });
});
