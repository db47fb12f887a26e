import { expect, test } from "vitest";
import type { TableView } from "../../metadata/types.ts";
import { choicesOf, choicesSql, readChoices, referred } from "./choices.ts";

const COLOURS = { schema: "public", name: "colours" };

test("what one column alone refers to may be an enum", () => {
  const foreign_keys = [
    { constraint_name: "a", table: COLOURS, columns: { colour: "value" } },
    { constraint_name: "b", table: COLOURS, columns: { one: "a", other: "b" } },
  ];
  expect(referred({ foreign_keys } as unknown as TableView)).toEqual([
    { column: "colour", table: COLOURS, key: "value" },
  ]);
  expect(referred({} as TableView)).toEqual([]);
});

test("values are read of types and of tables, whatever they are called", () => {
  const sql = choicesSql({ schema: "public", name: "it's" }, [{ column: "c'", table: COLOURS, key: 'v"' }]);
  expect(sql).toContain(`'"public"."it''s"'::regclass`);
  expect(sql).toContain("select 'c''', (select json_agg(l)::text from");
  expect(sql).toContain('select "v"""::text as l from "public"."colours"');
});

test.each([
  ["bool", "active", "", ["true", "false"]],
  ["mood", "mood", "sad", ["sad", "fine"]],
  ["mood", "mood", "gone", ["gone", "sad", "fine"]],
  ["text", "name", "x", null],
  ["huge", "huge", "x", null],
])("a column of type %s called %s, with %j, takes %j", (type, name, value, expected) => {
  const huge = JSON.stringify(Array.from({ length: 1001 }, (_, index) => String(index)));
  const result = [
    ["c", "v"],
    ["mood", '["sad","fine"]'],
    ["huge", huge],
  ];
  const column = { name, type, nullable: false, has_default: false };
  expect(choicesOf(column, readChoices({ result }), value)).toEqual(expected);
});

test("as long as nothing is known anything may be written", () => {
  const column = { name: "mood", type: "mood", nullable: false, has_default: false };
  expect(choicesOf(column, undefined, "")).toBeNull();
  expect(readChoices({ result: null }).size).toBe(0);
});
