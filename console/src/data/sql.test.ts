import { expect, test } from "vitest";
import { count, identifier, insert, literal, remove, rowsOf, select, update } from "./sql.ts";

const TABLE = { schema: "public", name: 'a"b' };

test.each([
  ["it's", "'it''s'"],
  ["back\\slash'", "E'back\\\\slash'''"],
  [null, "null"],
  ["", "''"],
])("the text %j is quoted", (value, expected) => {
  expect(literal(value)).toBe(expected);
});

test("names are quoted", () => {
  expect(identifier('x"; drop table y; --')).toBe('"x""; drop table y; --"');
});

test("a part of the rows is asked for", () => {
  const look = {
    where: [
      { column: "id", operator: ">=" as const, value: "7" },
      { column: "name", operator: "ilike" as const, value: "%o'%" },
      { column: "gone", operator: "is null" as const, value: "ignored" },
    ],
    order: { column: "name", descending: true },
    limit: 50,
    offset: 100,
  };
  expect(select(TABLE, ["id", "na me"], look)).toBe(
    'select row_to_json(r)::text from (select "id"::text as c0, "na me"::text as c1 from "public"."a""b" ' +
      `where "id" >= '7' and "name"::text ilike '%o''%' and "gone" is null ` +
      'order by "name" desc nulls last limit 50 offset 100) r',
  );
  expect(count(TABLE, [])).toBe('select count(*) from (select from "public"."a""b" limit 10001) r');
});

test("rows are inserted, changed and deleted by their key", () => {
  expect(insert(TABLE, {})).toBe('insert into "public"."a""b" default values');
  expect(insert(TABLE, { id: "1", name: null })).toBe(`insert into "public"."a""b" ("id", "name") values ('1', null)`);
  expect(update(TABLE, { id: "1" }, { name: "x" })).toBe(`update "public"."a""b" set "name" = 'x' where "id" = '1'`);
  expect(remove(TABLE, { a: "1", b: "2" })).toBe(`delete from "public"."a""b" where "a" = '1' and "b" = '2'`);
  expect(() => remove(TABLE, {})).toThrow("without a key");
});

test("null is told from the text of that name", () => {
  const result = [["row_to_json"], ['{"c0":"NULL","c1":null}']];
  expect(rowsOf({ result }, 2)).toEqual([["NULL", null]]);
  expect(rowsOf({ result: null }, 2)).toEqual([]);
});
