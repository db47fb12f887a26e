import { buildSchema } from "graphql";
import { expect, test } from "vitest";
import { describe as inWords, operationName } from "./fetcher.ts";
import { starter } from "./welcome.ts";

test.each([
  [{ status: 200, millis: 0.2, bytes: 20 }, "1 ms · 20 bytes"],
  [{ status: 200, millis: 12.6, bytes: 1440 }, "13 ms · 1.4 kB"],
  [{ status: 503, millis: 2300, bytes: 20 }, "status 503 · 2.3 s · 20 bytes"],
])("%j", (receipt, words) => {
  expect(inWords({ ...receipt, requestId: null })).toBe(words);
});

const USERS = `query Start {
  users(limit: 10) {
    id
    meta
  }
}
`;

test.each([
  ["a table's own columns", "users(limit: Int): [U!]!", USERS],
  ["nothing without a table", "one: U", ""],
  ["nothing for a list of scalars", "names(limit: Int): [String]", ""],
])("the first query: %s", (_, field, expected) => {
  const schema = buildSchema(`type Query { ${field} } scalar jsonb
    type U { id: ID! friends: [U!]! meta(path: String): jsonb must(have: Int!): Int }`);
  expect(starter(schema)).toBe(expected);
});

test.each([
  ["query A { a }", "B", "A"],
  ["{ a }", "B", null],
  ["query A { a } query B { b }", "B", "B"],
  ["query A { a } fragment F on T { f }", null, "A"],
  ["query A {", "B", "B"],
])("the operation of %j, when %j was chosen", (query, chosen, expected) => {
  expect(operationName(query, chosen)).toBe(expected);
});
