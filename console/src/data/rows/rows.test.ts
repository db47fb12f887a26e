import { expect, test } from "vitest";
import { fileName, toCsv } from "./csv.ts";
import { loadLayout, moved, storeLayout, USUAL } from "./layout.ts";

test("CSV tells null, nothing, quotes and lines apart", () => {
  expect(
    toCsv(
      ['a"b', "c"],
      [
        [null, ""],
        ["x,y", 'he said "no"\n'],
        ["NULL", "1"],
      ],
    ),
  ).toBe('"a""b",c\r\n,""\r\n"x,y","he said ""no""\n"\r\nNULL,1\r\n');
});

test.each([
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["+49 30 1", "'+49 30 1"],
  ["-x", "'-x"],
  ["-1+cmd|'/C calc'!A0", "'-1+cmd|'/C calc'!A0"],
  ["\t=1", "'\t=1"],
  ['=HYPERLINK("u","x")', '"\'=HYPERLINK(""u"",""x"")"'],
  ["-1", "-1"],
  ["+1.5", "+1.5"],
  ["-1.2e-7", "-1.2e-7"],
  ["-1\n=1", '"\'-1\n=1"'],
  ["a=b", "a=b"],
])("a spreadsheet does not run %j as a formula", (value, expected) => {
  expect(toCsv(["a"], [[value]])).toBe(`a\r\n${expected}\r\n`);
  expect(toCsv([value], [])).toBe(`${expected}\r\n`);
});

test.each([
  ["public", "users", "users.json"],
  ["shop", "a b/../c", "shop.a_b_.._c.json"],
  ["public", '<img src=x onerror="alert(1)">', "_img_src_x_onerror_alert_1_.json"],
  ["public", "...", "rows.json"],
])("the file of %s.%s is %s", (schema, table, expected) => {
  expect(fileName(schema, table, "json")).toBe(expected);
});

function shelf() {
  const items = new Map<string, string>();
  return {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
    items,
  };
}

test("a layout is kept, as far as there are still such columns", () => {
  const kept = shelf();
  storeLayout(kept, "t", { order: ["b", "gone", "a"], hidden: ["a", "gone"], widths: { a: 90 } });
  expect(loadLayout(kept, "t", ["a", "b", "new"])).toEqual({
    order: ["b", "a", "new"],
    hidden: ["a"],
    widths: { a: 90 },
  });
  expect(loadLayout(kept, "other", ["a"])).toEqual(USUAL);
  storeLayout(kept, "t", USUAL);
  expect(kept.items.size).toBe(0);
  kept.setItem("dovetail:columns:t", '{"order": 7, "widths": {"a": "x"}}');
  expect(loadLayout(kept, "t", ["a"])).toEqual(USUAL);
});

test("columns move, but not beyond the ends", () => {
  expect(moved(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(moved(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(moved(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});
