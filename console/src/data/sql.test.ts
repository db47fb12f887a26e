import { expect, test } from "vitest";
import { identifier, insert, literal, remove, removeAll, update } from "./sql.ts";

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

test("rows are inserted, changed and deleted by their key", () => {
  expect(insert(TABLE, {})).toBe('insert into "public"."a""b" default values');
  expect(insert(TABLE, { id: "1", name: null })).toBe(`insert into "public"."a""b" ("id", "name") values ('1', null)`);
  expect(update(TABLE, { id: "1" }, { name: "x" })).toBe(
    `update "public"."a""b" set "name" = 'x' where "id" = '1' returning 1`,
  );
  expect(remove(TABLE, { a: "1", b: "2" })).toBe(
    `delete from "public"."a""b" where "a" = '1' and "b" = '2' returning 1`,
  );
  expect(() => remove(TABLE, {})).toThrow("without a key");
});

test("several rows are deleted at once", () => {
  const hostile = `'); drop table x; --`;
  expect(
    removeAll(
      TABLE,
      ["a", 'b"'],
      [
        { a: "1", 'b"': hostile },
        { a: "2", 'b"': null },
      ],
    ),
  ).toBe(`delete from "public"."a""b" where ("a", "b""") in (('1', '''); drop table x; --'), ('2', null))`);
  expect(() => removeAll(TABLE, [], [{}])).toThrow("without a key");
  expect(() => removeAll(TABLE, ["a"], [])).toThrow("without a key");
});
