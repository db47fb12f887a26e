import { expect, test } from "vitest";
import { EngineError } from "../../metadata/call.ts";
import {
  alterColumn,
  createIndex,
  draftOf,
  dropColumn,
  dropIndex,
  dropTable,
  nounOf,
  rename,
  setPrimaryKey,
} from "./alter.ts";
import { wider } from "./attempt.ts";
import type { ColumnFacts } from "./describe.ts";

const HOSTILE = 'x"; drop table y; --';
const QUOTED = '"x""; drop table y; --"';
const TABLE = { schema: "s", name: HOSTILE };
const FACTS: ColumnFacts = {
  name: HOSTILE,
  type: "integer",
  nullable: true,
  fallback: "7",
  identity: "",
  generated: false,
  comment: null,
};

test("a column that is left alone costs no statement", () => {
  expect(alterColumn(TABLE, FACTS, null, draftOf(FACTS, false))).toBe("");
  expect(alterColumn(TABLE, FACTS, "u", draftOf(FACTS, true))).toBe("");
});

test("all that changes of a column is one script, its name last", () => {
  const to = { name: "n", type: "text", nullable: false, unique: true, fallback: "", comment: "it's" };
  expect(alterColumn(TABLE, FACTS, null, to)).toBe(
    `alter table "s".${QUOTED}
  alter column ${QUOTED} type text using ${QUOTED}::text,
  alter column ${QUOTED} drop default,
  alter column ${QUOTED} set not null,
  add unique (${QUOTED});
comment on column "s".${QUOTED}.${QUOTED} is 'it''s';
alter table "s".${QUOTED} rename column ${QUOTED} to "n";`,
  );
});

test("a column stops being unique when its constraint goes", () => {
  const to = { ...draftOf(FACTS, true), unique: false };
  expect(alterColumn(TABLE, FACTS, HOSTILE, to)).toBe(`alter table "s".${QUOTED} drop constraint ${QUOTED};`);
});

test("a key is replaced in one statement", () => {
  expect(setPrimaryKey(TABLE, "old", ["a", HOSTILE])).toBe(
    `alter table "s".${QUOTED}\n  drop constraint "old",\n  add primary key ("a", ${QUOTED});`,
  );
  expect(setPrimaryKey(TABLE, null, ["a"])).toBe(`alter table "s".${QUOTED} add primary key ("a");`);
});

test("indexes", () => {
  const draft = { name: HOSTILE, columns: ["a", HOSTILE], method: "gin", unique: true, condition: " a > 0 " };
  expect(createIndex(TABLE, draft)).toBe(
    `create unique index ${QUOTED} on "s".${QUOTED} using gin ("a", ${QUOTED}) where a > 0;`,
  );
  expect(dropIndex("s", HOSTILE).sql).toBe(`drop index "s".${QUOTED};`);
});

test("every kind of table has its noun", () => {
  expect(["table", "partitioned", "foreign", "view", "materialized_view"].map(nounOf)).toEqual([
    "table",
    "table",
    "foreign table",
    "view",
    "materialized view",
  ]);
  expect(dropTable("view", TABLE).cascading).toBe(`drop view "s".${QUOTED} cascade;`);
  expect(rename("table", TABLE, HOSTILE)).toBe(`alter table "s".${QUOTED} rename to ${QUOTED};`);
});

test("what depends goes along only if that helps, and once", () => {
  const statement = dropColumn(TABLE, "a");
  const first = { sql: statement.sql, cascade: false };
  const inMetadata = new EngineError("dependent", "dependency-error", null, null);
  const inDatabase = new EngineError("failed", "postgres-error", null, { error: { status_code: "2BP01" } });
  const other = new EngineError("failed", "postgres-error", null, { error: { status_code: "42703" } });
  expect(wider(first, statement, inMetadata)).toEqual({ sql: statement.sql, cascade: true });
  expect(wider({ ...first, cascade: true }, statement, inMetadata)).toBeNull();
  expect(wider(first, statement, inDatabase)).toEqual({ sql: statement.cascading, cascade: false });
  expect(wider({ ...first, sql: statement.cascading ?? "" }, statement, inDatabase)).toBeNull();
  expect(wider(first, { sql: statement.sql }, inDatabase)).toBeNull();
  expect(wider(first, statement, other)).toBeNull();
});
