import { buildSchema, OperationTypeNode, type DocumentNode } from "graphql";
import { expect, test } from "vitest";
import { another, operations, read, renamed, replaced, root } from "./draft.ts";
import { selectionRows, type Row } from "./rows.ts";

const SCHEMA = buildSchema(`
  type Query {
    users(limit: Int, where: Where, order: [Kind!], name: String): [User!]! user(id: ID!, at: Where!): User
    any: Any one: Int
  }
  type Mutation { add(n: numeric, tags: [String!]): User }
  type User { name: String id: ID! friends(limit: Int): [User!]! }
  type Group { kind: Kind }
  union Any = User | Group
  enum Kind { GOOD BAD }
  input Where { name: Cond! _and: [Where!] }
  input Cond { _eq: String _gt: Int yes: Boolean }
  scalar numeric
`);

/** Ticks and types in the explorer, one after the other, and tells what stands in the editor then. */
function after(text: string, ...steps: [row: string, typed?: string][]): string {
  let now = text;
  for (const [name, typed] of steps) {
    const row = rowsOf(now, (next) => (now = next)).find((each) => each.key === name);
    if (!row) {
      throw new Error(`${name} is not among ${rowsOf(now, () => {}).map((each) => each.key)}`);
    }
    if (typed === undefined) {
      row.toggle();
    } else {
      row.value?.change(typed);
    }
  }
  return now.replaceAll(/\s+/g, " ").trim();
}

function rowsOf(text: string, set: (text: string) => void, words: string[] = []): Row[] {
  const document = read(text) as DocumentNode;
  const operation = operations(document)[0] ?? null;
  const shown = operation ?? another(document, OperationTypeNode.QUERY);
  const type = root(SCHEMA, shown.operation);
  return type
    ? selectionRows(
        { schema: SCHEMA, words, closed: new Set() },
        type,
        operation ? shown.selectionSet.selections : [],
        (selections) =>
          set(replaced(SCHEMA, document, operation, { ...shown, selectionSet: { ...shown.selectionSet, selections } })),
      )
    : [];
}

test.each<[string, [string, string?][], string]>([
  ["", [["/users"]], "query MyQuery { users { id } }"],
  ["# only this", [["/one"]], "query MyQuery { one }"],
  ["{ one }", [["/users"]], "{ one users { id } }"],
  ["{ one }", [["/one"]], "{ __typename }"],
  ["{ __typename }", [["/one"]], "{ one }"],
  ["{ users { id } }", [["/users/name"], ["/users/id"]], "{ users { name } }"],
  ["{ users { id } }", [["/users/id"]], "{ users { __typename } }"],
  ["{ users { id } }", [["/users(limit"], ["/users(limit", "5"]], "{ users(limit: 5) { id } }"],
  ["{ users(limit: 5) { id } }", [["/users(limit"]], "{ users { id } }"],
  ["{ users { id } }", [["/users(name"], ["/users(name", '5 "x"']], '{ users(name: "5 \\"x\\"") { id } }'],
  ["{ users { id } }", [["/users(order"], ["/users(order", "BAD"]], "{ users(order: BAD) { id } }"],
  [
    "query Q { users(order: BAD) { id } }",
    [["/users(order", "$order"]],
    "query Q($order: [Kind!]) { users(order: $order) { id } }",
  ],
  ["{ users { id } }", [["/users(where"]], "{ users(where: {name: {}}) { id } }"],
  [
    "{ users(where: {name: {}}) { id } }",
    [["/users(where(name(_gt"], ["/users(where(name(yes"], ["/users(where(name(yes", "false"]],
    "{ users(where: {name: {_gt: 10, yes: false}}) { id } }",
  ],
  [
    "query Q { users(where: {_and: [{name: {}}]}) { id } }",
    [["/users(where(_and(name(_eq"], ["/users(where(_and(name(_eq", "$name"]],
    "query Q($name: String) { users(where: {_and: {name: {_eq: $name}}}) { id } }",
  ],
  [
    "query Q { users(limit: 10) { id } }",
    [..."$most"].map((_, at) => ["/users(limit", "$most".slice(0, at + 1)]),
    "query Q($most: Int) { users(limit: $most) { id } }",
  ],
  ["query Q($most: Int) { users(limit: $most) { id } }", [["/users(limit"]], "query Q { users { id } }"],
  [
    "query Q($n: Int, $idle: Int) { a: users(limit: $n) { friends(limit: $n) { id } } }",
    [["/users/friends(limit"]],
    "query Q($n: Int, $idle: Int) { a: users(limit: $n) { friends { id } } }",
  ],
  [
    "query Q($n: Int) { users(limit: $n) { id } ...F } fragment F on Query { users(limit: $n) { name } }",
    [["/users(limit"]],
    "query Q($n: Int) { users { id } ...F } fragment F on Query { users(limit: $n) { name } }",
  ],
  ["{ one }", [["/user"]], '{ one user(id: "", at: {name: {}}) { id } }'],
  ["{ any { __typename } }", [["/any/Group"]], "{ any { ... on Group { kind } } }"],
  ["{ any { ... on Group { kind } } }", [["/any/Group"]], "{ any { __typename } }"],
  ["mutation { add { id } }", [["/add(n"], ["/add(n", "1.5"]], "mutation { add(n: 1.5) { id } }"],
  ["mutation { add { id } }", [["/add(n"], ["/add(n", "x y"]], 'mutation { add(n: "x y") { id } }'],
  [
    "mutation { add { id } }",
    [["/add(tags"], ["/add(tags", '["a", "b"]']],
    'mutation { add(tags: ["a", "b"]) { id } }',
  ],
  [
    "{ all: users { id } ...F } fragment F on Query { one }",
    [["/users/name"]],
    "{ all: users { id name } ...F } fragment F on Query { one }",
  ],
])("%s, and then %j", (text, steps, expected) => {
  expect(after(text, ...steps)).toBe(expected);
});

test.each([
  ["{ users(order: BAD) { id } }", "/users(order", ["GOOD", "BAD", "$order"]],
  ["{ users(where: {name: {yes: true}}) { id } }", "/users(where(name(yes", ["true", "false", "$yes"]],
  ["query Q($order: [Kind!]) { users(order: $order) { id } }", "/users(order", null],
])("what one can choose in %s", (text, key, choices) => {
  expect(rowsOf(text, () => {}).find((row) => row.key === key)?.value?.choices).toEqual(choices);
});

test("an operation without a name has none", () => {
  const [operation] = operations(read("{ one }") as DocumentNode);
  expect(operation?.name).toBeUndefined();
  expect(operation && renamed(operation, "9 Lives!").name?.value).toBe("Lives");
  expect(operation && renamed(renamed(operation, "A"), "").name).toBeUndefined();
});

test("words find root fields; what is chosen stays", () => {
  const keys = (words: string[]) => rowsOf("{ one }", () => {}, words).map((row) => row.key);
  expect(keys([""])).toEqual(["/users", "/user", "/any", "/one"]);
  expect(keys(["use", "rs"])).toEqual(["/users", "/one"]);
});

test("what cannot be read is null, another operation has another name", () => {
  expect(read("{ one")).toBeNull();
  const document = read("query MyQuery { one }") as DocumentNode;
  expect(another(document, OperationTypeNode.QUERY).name?.value).toBe("MyQuery2");
});
