import { buildSchema, parse, print } from "graphql";
import { expect, test } from "vitest";
import { NOTHING, withPreset } from "./choice.ts";
import { readSdl, writeSdl } from "./sdl.ts";
import { withoutParts, withParts } from "./settle.ts";

const SCHEMA = buildSchema(`
  type Query { user(id: ID!, kind: Kind = GOOD, by: Filter): User  named: [Named!]  any: Any  now: Date }
  type Mutation { drop(id: ID!): Boolean }
  interface Named { name: String }
  type User implements Named { id: ID!  name: String  born: Date  friend: User  pet: Pet }
  type Pet implements Named { name: String }
  union Any = User | Pet
  enum Kind { GOOD BAD }
  input Filter { name: String!  kind: Kind }
  scalar Date`);

const same = (sdl: string) => print(parse(sdl));

function taken(...coordinates: string[]) {
  return withParts(SCHEMA, NOTHING, coordinates);
}

test("a field comes with its arguments and what it leads to", () => {
  expect(same(writeSdl(SCHEMA, taken("Query.user")))).toBe(
    same(`
      type Query { user(id: ID!, kind: Kind = GOOD, by: Filter): User }
      input Filter { name: String!  kind: Kind }
      enum Kind { GOOD BAD }
      type User { id: ID!  name: String  born: Date }
      scalar Date`),
  );
});

test("unions bring their members, and an object implements what it wholly has", () => {
  const sdl = writeSdl(SCHEMA, taken("Query.any", "Query.named"));
  expect(sdl).toContain("union Any = User | Pet");
  expect(sdl).toContain("type Pet implements Named {");
  const less = withoutParts(SCHEMA, taken("Query.any", "Query.named"), ["User.name"]);
  expect(writeSdl(SCHEMA, less)).toContain("type User {");
});

test("what leads to nothing any more goes too", () => {
  const all = withParts(SCHEMA, taken("Query.user", "Query.now"), ["User.pet"]);
  const less = withoutParts(SCHEMA, all, ["Pet.name", "Kind.GOOD", "Kind.BAD"]);
  expect(less.parts.has("User.pet")).toBe(false);
  expect(less.parts.has("Query.user(kind)")).toBe(false);
  expect(less.parts.has("Filter.kind")).toBe(false);
  expect(less.parts.has("Query.user(by)")).toBe(true);
  const none = withoutParts(SCHEMA, all, ["User.id", "User.name", "User.born", "User.pet"]);
  expect(writeSdl(SCHEMA, none)).toContain("type Query {\n  now: Date\n}");
});

test.each([
  ["Query.user(id)", { kind: "session", text: "X-Hasura-User-Id" }, 'id: ID! @preset(value: "X-Hasura-User-Id")'],
  ["Query.user(id)", { kind: "fixed", text: 'a"b' }, 'id: ID! @preset(value: "a\\"b")'],
  ["Query.user(id)", { kind: "fixed", text: "x-hasura-a" }, 'id: ID! @preset(value: "x-hasura-a", static: true)'],
  ["Query.user(kind)", { kind: "fixed", text: "BAD" }, "kind: Kind = GOOD @preset(value: BAD)"],
  ["Query.user(by)", { kind: "fixed", text: '{name: "x"}' }, 'by: Filter @preset(value: {name: "x"})'],
  ["Filter.name", { kind: "session", text: "x-hasura-name" }, 'name: String! @preset(value: "x-hasura-name")'],
] as const)("%s with the preset %j", (coordinate, preset, written) => {
  const sdl = writeSdl(SCHEMA, withPreset(taken("Query.user"), coordinate, preset));
  expect(sdl).toContain(written);
  expect(readSdl(sdl).presets.get(coordinate)).toEqual(preset);
});

test("a preset that cannot be of its type is left out until it can", () => {
  expect(
    writeSdl(SCHEMA, withPreset(taken("Query.user"), "Query.user(by)", { kind: "fixed", text: "{" })),
  ).not.toContain("@preset");
});

test("what was written is read", () => {
  const choice = taken("Query.user", "Query.any", "Mutation.drop");
  expect(readSdl(writeSdl(SCHEMA, choice))).toEqual(choice);
});
