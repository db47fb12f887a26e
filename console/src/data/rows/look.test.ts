import { expect, test } from "vitest";
import { count, estimated, exported, rowsOf, select, withTexts, type Look } from "./look.ts";

const TABLE = { schema: "public", name: 'a"b' };

test("of what Postgres cannot compare the text is compared and ordered", () => {
  const asked: Look = {
    where: [
      { column: "j", operator: "=", value: "{}" },
      { column: "n", operator: "=", value: "1" },
    ],
    order: { column: "j", descending: false },
    limit: 5,
    offset: 0,
  };
  const look = withTexts(asked, [
    { name: "j", type: "json" },
    { name: "n", type: "jsonb" },
  ]);
  expect(select({ schema: "public", name: "t" }, ["n"], look)).toContain(
    ` where "j"::text = '{}' and "n" = '1' order by t."j"::text asc nulls last`,
  );
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
    'select row_to_json(r)::text from (select "id"::text as c0, "na me"::text as c1 from "public"."a""b" t ' +
      `where "id" >= '7' and "name"::text ilike '%o''%' and "gone" is null ` +
      'order by t."name" desc nulls last limit 50 offset 100) r',
  );
  expect(count(TABLE, [])).toBe('select count(*) from (select from "public"."a""b" limit 10001) r');
});

test("null is told from the text of that name", () => {
  const result = [["row_to_json"], ['{"c0":"NULL","c1":null}']];
  expect(rowsOf({ result }, 2)).toEqual([["NULL", null]]);
  expect(rowsOf({ result: null }, 2)).toEqual([]);
});

test("pages are told apart by the key, and an index may sort where no nulls are", () => {
  const look = { where: [], order: { column: "c0", descending: true }, limit: 1, offset: 0 };
  expect(select(TABLE, ["id"], look, ["id", "c0"], () => false)).toBe(
    'select row_to_json(r)::text from (select "id"::text as c0 from "public"."a""b" t ' +
      'order by t."c0" desc, t."id" limit 1 offset 0) r',
  );
});

test("rows are exported with their types", () => {
  const look = { where: [], order: null, limit: 10, offset: 99 };
  expect(exported(TABLE, ['x"y'], look, ["id"])).toBe(
    `select coalesce(json_agg(r), '[]')::text from (select t."x""y" from "public"."a""b" t ` +
      'order by t."id" limit 10) r',
  );
});

test("an estimate is read from a plan", () => {
  expect(estimated({ result: [["QUERY PLAN"], ['[{"Plan": {"Plan Rows": 1000000}}]']] })).toBe(1_000_000);
  expect(estimated({ result: null })).toBeNull();
});
