import { expect, test } from "vitest";
import { built, drafted, missing, suggestedName, withoutRelationship, withRelationship } from "./relationship.ts";
import type { RelationshipDraft } from "./relationship.ts";
import type { ObjectType } from "./types.ts";

const USER: ObjectType = { name: "UserOutput", fields: [{ name: "id", type: "uuid!" }] };
const DRAFT: RelationshipDraft = {
  type: "object",
  name: "user",
  source: "default",
  table: { schema: "public", name: "users" },
  pairs: [
    { from: "id", to: "id" },
    { from: "", to: "" },
  ],
  partial: false,
};
const BUILT = {
  name: "user",
  type: "object",
  source: "default",
  remote_table: { schema: "public", name: "users" },
  field_mapping: { id: "id" },
};

test("ARL-13: the form becomes what the metadata holds, and back", () => {
  expect(missing(DRAFT, USER)).toBeNull();
  expect(built(DRAFT)).toEqual(BUILT);
  expect(built(drafted(built(DRAFT)))).toEqual(BUILT);
  const partial = { ...BUILT, type: "array" as const, partial: true };
  expect(built(drafted(partial))).toEqual(partial);
});

test("other keys are kept", () => {
  const before = { ...BUILT, type: "object" as const, partial: true, comment: "mine", remote_schema: "odd" };
  expect(built({ ...drafted(before), name: "row" }, before)).toEqual({ ...before, name: "row" });
  const { partial: _, ...without } = before;
  expect(built({ ...drafted(before), partial: false }, before)).toEqual(without);
});

test.each([
  [{ name: "" }, /letters/],
  [{ name: "1st" }, /letters/],
  [{ name: "id" }, /already/],
  [{ table: null }, /table/],
  [{ pairs: [{ from: "", to: "" }] }, /field and the column/],
  [{ pairs: [{ from: "id", to: "" }] }, /Each field/],
  [
    {
      pairs: [
        { from: "id", to: "a" },
        { from: "id", to: "b" },
      ],
    },
    /twice/,
  ],
])("what is missing with %j is told", (part, message) => {
  expect(missing({ ...DRAFT, ...part }, USER)).toMatch(message);
});

test("relationships are added, replaced and dropped, the others kept as they are", () => {
  const odd = { name: "odd", type: "object" as const, something: ["new"] };
  const one = withRelationship({ ...USER, relationships: [odd] }, built(DRAFT), null);
  expect(one.relationships).toEqual([odd, BUILT]);
  const renamed = withRelationship(one, { ...built(DRAFT), name: "row" }, "user");
  expect(renamed.relationships?.map((each) => each.name)).toEqual(["odd", "row"]);
  expect(withoutRelationship(renamed, "odd").relationships?.map((each) => each.name)).toEqual(["row"]);
});

test.each([
  ["users", "object", "user"],
  ["users", "array", "users"],
  ["odd name", "object", "odd_name"],
  ["7s", "array", "_7s"],
  ["id", "object", "id_row"],
] as const)("a relationship to %s (%s) may be called %s", (table, kind, name) => {
  expect(suggestedName({ schema: "public", name: table }, kind, USER)).toBe(name);
});
