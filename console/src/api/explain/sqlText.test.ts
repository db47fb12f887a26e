import { expect, test } from "vitest";
import { formatted } from "./sqlText.ts";

test("SQL is broken into lines and keeps its words", async () => {
  const sql = `SELECT coalesce(json_agg("r"."$1"), '[]') FROM (SELECT 'it''s -- $x' AS "$1") AS "r"`;
  const lines = await formatted(sql);
  expect(lines.split("\n").length).toBeGreaterThan(2);
  const words = (text: string) => text.replaceAll(/\s+/g, "").toLowerCase();
  expect(words(lines)).toBe(words(sql));
});

test("names stay in one piece, and texts as they are", async () => {
  const lines = await formatted(`SELECT _7."a", row_to_json(_6.*) FROM "_1. x" AS _7 WHERE _7."b" = '_1. "c"'`);
  for (const part of ['_7."a"', "_6.*", '"_1. x"', `_7."b" = '_1. "c"'`]) {
    expect(lines).toContain(part);
  }
});

test("what is no SQL stays as it is", async () => {
  expect(await formatted("select 'open")).toBe("select 'open");
});
