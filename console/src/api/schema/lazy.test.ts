import {
  buildClientSchema,
  buildSchema,
  introspectionFromSchema,
  isObjectType,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  type IntrospectionQuery,
} from "graphql";
import { expect, test } from "vitest";
import { LazySchema } from "./lazy.ts";
import { linesOf } from "./linesOf.ts";
import { readSchema } from "./read.ts";

const SDL = `
  """asked"""
  type Query implements Thing {
    "all of them" users(limit: Int = 10, where: Filter = {name: "x"}): [User!]!
    node: Node any: Any id: ID! @deprecated(reason: "old")
  }
  type Mutation { add(user: Filter!, kinds: [Kind!] = [GOOD]): User }
  interface Thing { id: ID! @deprecated(reason: "old") }
  interface Node implements Thing { id: ID! }
  type User implements Node & Thing { id: ID! name: String at: timestamptz kind: Kind friends: [User] }
  union Any = User | Query
  enum Kind { GOOD "not so good" BAD @deprecated(reason: "gone") }
  input Filter { name: String kind: Kind = BAD _and: [Filter!] }
  "when"
  scalar timestamptz
  directive @cached(ttl: Int! = 60) on QUERY
`;

function introspection(): IntrospectionQuery {
  return introspectionFromSchema(buildSchema(SDL));
}

test("it is the schema that the library makes of the same introspection", () => {
  const expected = buildClientSchema(introspection());
  const lazy = new LazySchema(linesOf(introspection()));
  expect(printSchema(lexicographicSortSchema(lazy))).toBe(printSchema(lexicographicSortSchema(expected)));
  expect(printSchema(lazy)).toBe(printSchema(expected));
});

test.each([
  ["{ users { id } node { id ... on User { name } } any { __typename ... on User { kind } } }", 0],
  ["{ users { nothing } }", 1],
  ["{ node { ... on Mutation { add } } }", 3],
  ["mutation M($f: Filter!) { add(user: $f) { id } }", 0],
  ["{ users(limit: true) { id } }", 1],
  ['{ __schema { types { name } } __type(name: "User") { name } }', 0],
])("%s has %i faults, as by the library's", (query, faults) => {
  const lazy = new LazySchema(linesOf(introspection()));
  const messages = validate(lazy, parse(query)).map((each) => each.message);
  expect(messages).toHaveLength(faults);
  expect(messages).toEqual(validate(buildClientSchema(introspection()), parse(query)).map((each) => each.message));
});

test("what nobody looks at is not read", () => {
  const text = linesOf(introspection());
  // What cannot be read shows who tries to.
  const lazy = new LazySchema(text.replace("\nFilter INPUT_OBJECT {", "\nFilter INPUT_OBJECT ?"));
  const user = lazy.getType("User");
  expect(isObjectType(user) && Object.keys(user.getFields())).toEqual(["id", "name", "at", "kind", "friends"]);
  const query = lazy.getQueryType();
  expect(() => query?.getFields()).toThrow(/JSON/);
});

test.each([
  [new Response("{}", { headers: { "content-type": "text/plain; charset=utf-8" } }), { kind: "read", text: "{}" }],
  [Response.json({ errors: [{ message: "no" }, { message: "never" }] }), { kind: "failed", message: "no; never" }],
  [Response.json("nothing"), { kind: "failed", message: "The engine answered with status 200." }],
])("an answer", async (answer, expected) => {
  expect(await readSchema("http://e/", {}, () => Promise.resolve(answer))).toEqual(expected);
});
