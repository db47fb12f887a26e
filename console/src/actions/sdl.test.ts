import { expect, test } from "vitest";
import { check, withRelationships } from "./check.ts";
import { printSignature, printTypes } from "./print.ts";
import { readSignature, readTypes } from "./sdl.ts";
import type { CustomTypes } from "./types.ts";

const TYPES: CustomTypes = {
  scalars: [{ name: "Date" }],
  enums: [{ name: "Kind", values: [{ value: "GOOD" }, { value: "OLD", is_deprecated: true }] }],
  input_objects: [{ name: "NewUser", fields: [{ name: "name", type: "String!", description: 'the "name"' }] }],
  objects: [{ name: "User", description: "somebody", fields: [{ name: "id", type: "uuid!" }], interfaces: ["Node"] }],
  interfaces: [{ name: "Node", fields: [{ name: "id", type: "uuid!" }] }],
  unions: [{ name: "Any", types: ["User", "Other"] }],
};

test.each([
  ["type Query { f(a: Int = 3): String }", "", /default of a is not kept/],
  ["type Query { f(a: I): String }", "input I { b: Int = 3 }", /default of b is not kept/],
  ["type Query { f: T }", "type T {\n  c(d: Int): String\n}", /T.c takes is not kept/],
])("what has no place in the metadata is told, and hinders nobody: %s %s", (signature, types, message) => {
  const checked = check(signature, types, new Set());
  const faults = [...checked.signatureFaults, ...checked.typeFaults];
  expect(faults.map((fault) => fault.message)).toEqual([expect.stringMatching(message)]);
  expect(faults.every((fault) => fault.doubt)).toBe(true);
  expect(checked.signature).not.toBeNull();
});

test("an action's field becomes its definition", () => {
  const text = 'type Mutation { "makes one" createUser(user: NewUser!, tags: [String!]): [User!]! }';
  expect(readSignature(text)).toEqual({
    ok: true,
    value: {
      name: "createUser",
      type: "mutation",
      arguments: [
        { name: "user", type: "NewUser!" },
        { name: "tags", type: "[String!]" },
      ],
      output_type: "[User!]!",
      comment: "makes one",
    },
  });
});

test("types survive being printed and read", () => {
  expect(readTypes(printTypes(TYPES))).toEqual({ ok: true, value: TYPES });
  expect(readTypes("# nothing yet\n")).toEqual({ ok: true, value: {} });
});

test("an action survives being printed and read", () => {
  const definition = {
    type: "query" as const,
    handler: "http://h",
    arguments: [{ name: "id", type: "uuid!", description: "whose" }],
    output_type: "User",
  };
  const read = readSignature(printSignature({ name: "find", definition }));
  expect(read).toMatchObject({
    ok: true,
    value: { name: "find", type: "query", arguments: definition.arguments, output_type: "User" },
  });
});

test.each([
  ["", /an action needs|unexpected/i, null],
  ["type Mutation { a: Int b: Int }", /second/, 1],
  ["type User { a: Int }", /field of Query or Mutation/, 1],
  ["type Mutation {\n  a(: Int\n}", /Expected Name/, 2],
  ["scalar Date", /one field/, 1],
])("the signature %j is refused", (text, message, line) => {
  const read = readSignature(text);
  expect(read.ok).toBe(false);
  const [fault] = read.ok ? [] : read.faults;
  expect(fault?.message).toMatch(message);
  if (line !== null) {
    expect(fault?.line).toBe(line);
  }
});

test.each([
  ["type A { a: Int }\ntype A { b: Int }", /defined twice/],
  ["directive @d on FIELD", /scalars, enums/],
  ["query { a }", /types only/],
])("the types %j are refused", (text, message) => {
  const read = readTypes(text);
  expect(read.ok ? "" : read.faults[0]?.message).toMatch(message);
});

test.each([
  ["type Mutation { a(x: Nix): Int }", "", [/a\.x: there is no type Nix/], []],
  ["type Mutation { a: Known }", "", [], []],
  ["type Mutation { a: uuid }", "", [], []],
  ["type Mutation { a(x: Out): Out }", "type Out { id: Int }", [/object type: an argument/], []],
  ["type Mutation { a(x: In): In }", "input In { id: Int }", [/input type: an answer/], []],
  ["type Mutation { a: Out }", "type Out { id: In, other: Gone }\ninput In { x: Int }", [], [/input type/, /Gone/]],
])("%j with %j", (signature, types, ofSignature, ofTypes) => {
  const checked = check(signature, types, new Set(["Known"]));
  expect(checked.signatureFaults.map((fault) => fault.message)).toEqual(
    ofSignature.map((text) => expect.stringMatching(text)),
  );
  expect(checked.typeFaults.map((fault) => fault.message)).toEqual(ofTypes.map((text) => expect.stringMatching(text)));
});

test("a type that is written anew keeps its relationships", () => {
  const relationships = [{ name: "row", type: "object" as const, remote_table: "users", field_mapping: { id: "id" } }];
  const before = { objects: [{ name: "User", fields: [], relationships }] };
  expect(withRelationships({ objects: [{ name: "User", fields: [{ name: "id", type: "Int" }] }] }, before)).toEqual({
    objects: [{ name: "User", fields: [{ name: "id", type: "Int" }], relationships }],
  });
});
