import { buildSchema, parse, print, type GraphQLScalarType } from "graphql";
import { expect, test } from "vitest";
import { NOTHING, withPreset } from "./choice.ts";
import { retyped, writePreset } from "./preset.ts";
import { readSdl, unwritable, writeSdl } from "./sdl.ts";
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
  expect(readSdl(sdl).presets.get(coordinate)).toMatchObject(preset);
});

test("a preset that cannot be of its type is told, and left out until it can", () => {
  const choice = withPreset(taken("Query.user"), "Query.user(by)", { kind: "fixed", text: "{" });
  expect(writeSdl(SCHEMA, choice)).not.toContain("@preset");
  expect(unwritable(SCHEMA, choice)).toEqual(["Query.user(by)"]);
  expect(unwritable(SCHEMA, withPreset(choice, "Query.user(by)", { kind: "fixed", text: "{}" }))).toEqual([]);
  expect(unwritable(SCHEMA, withPreset(choice, "Filter.name", { kind: "session", text: "name" }))).toHaveLength(2);
});

test("of presets of what is not chosen nothing is told", () => {
  const choice = withPreset(taken("Query.now"), "Query.user(by)", { kind: "fixed", text: "{" });
  expect(unwritable(SCHEMA, choice)).toEqual([]);
});

test.each([
  '@preset(value: "6fa459ea-ee8a-3ca4-894e-db77e160355e")',
  '@preset(value: "123")',
  "@preset(value: 123)",
  "@preset(value: {a: 1})",
  '@preset(value: "{a: 1}")',
  "@preset(value: [1, 2])",
  "@preset(value: BARE)",
  '@preset(value: "x-hasura-day", static: true)',
  '@preset(value: "x-hasura-day", static: false)',
])("%s stays what it is when something else is ticked", (directive) => {
  const schema = buildSchema("type Query { on(day: Date!): User } type User { id: ID! name: String } scalar Date");
  const read = readSdl(`type Query { on(day: Date! ${directive}): User } type User { id: ID! } scalar Date`);
  const ticked = withParts(schema, read, ["User.name"]);
  expect(unwritable(schema, ticked)).toEqual([]);
  expect(same(writeSdl(schema, ticked))).toBe(
    same(`type Query { on(day: Date! ${directive}): User } type User { id: ID! name: String } scalar Date`),
  );
});

test.each([
  ['"2020"', "2021", '"2021"'],
  ['"{}"', "{a: 1}", '"{a: 1}"'],
  ["2020", "2021", "2021"],
  ["2020", "2021-01-01", '"2021-01-01"'],
  ["2020", "6fa459ea-ee8a", '"6fa459ea-ee8a"'],
  ["2020", "{a: 1}", "{a: 1}"],
  ["2020", '"2021"', '"2021"'],
  ["2020", '"x-hasura-day"', '"x-hasura-day", static: true'],
  ["2020", "soon", '"soon"'],
  ["2020", "true", "true"],
])("of one's own scalar, %s retyped to %s is %s", (before, text, after) => {
  const sdl = `type Query { on(day: Date @preset(value: ${before})): Int }`;
  const preset = readSdl(sdl).presets.get("Query.on(day)");
  const day = buildSchema("type Query { on(day: Date): Int } scalar Date").getQueryType()?.getFields().on?.args[0];
  expect(preset && day && writePreset(retyped(preset, text), day.type)).toBe(`@preset(value: ${after})`);
});

test.each(["{a", "[1", '"a'])("%s is not finished", (text) => {
  const date = SCHEMA.getQueryType()?.getFields().now?.type;
  expect(date && writePreset({ kind: "fixed", text }, date as GraphQLScalarType)).toBeNull();
});

test("what was written is read", () => {
  const choice = taken("Query.user", "Query.any", "Mutation.drop");
  expect(readSdl(writeSdl(SCHEMA, choice))).toEqual(choice);
});
