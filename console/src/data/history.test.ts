import { expect, test } from "vitest";
import { forget, madeFunctions, madeTables, recall, remember } from "./history.ts";

test.each([
  ["create table Users (id int)", [{ schema: "public", name: "users" }]],
  ['CREATE TABLE IF NOT EXISTS "Shop"."My ""t""" ()', [{ schema: "Shop", name: 'My "t"' }]],
  [
    "create or replace view a.b as select 1; create materialized view c as select 1",
    [
      { schema: "a", name: "b" },
      { schema: "public", name: "c" },
    ],
  ],
  ["-- create table gone ()\nselect 1", []],
  ["create index on users (id)", []],
  ["insert into notes values ('create table gone ()')", []],
  ["create function f() returns void language sql as $$ create table gone () $$", []],
  ["do $x$ begin create table gone (); end $x$; create table here ()", [{ schema: "public", name: "here" }]],
  [
    `create table "it's" (); create table b ()`,
    [
      { schema: "public", name: "it's" },
      { schema: "public", name: "b" },
    ],
  ],
])("%j makes %j", (sql, tables) => {
  expect(madeTables(sql)).toEqual(tables);
});

test.each([
  [
    "create function Find(word text) returns setof users language sql stable as $$ select 1 $$",
    [{ schema: "public", name: "find" }],
  ],
  [
    `create table t (); create or replace function "My".f () returns setof t language sql as 'select 1'`,
    [{ schema: "My", name: "f" }],
  ],
  ["create trigger t after insert on users for each row execute function tell()", []],
  ["do $$ begin create function gone() returns int language sql as 'select 1'; end $$", []],
  ["drop function f(); create table t ()", []],
])("%j makes functions %j", (sql, functions) => {
  expect(madeFunctions(sql)).toEqual(functions);
});

test("history has the last first, once", () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  remember(shelf, "a");
  remember(shelf, "b");
  expect(remember(shelf, "a")).toEqual(["a", "b"]);
  forget(shelf, shelf);
  expect(recall(shelf)).toEqual([]);
  kept.set("dovetail:sql", "{broken");
  expect(recall(shelf)).toEqual([]);
});
