import { expect, test } from "vitest";
import { addColumn, createTable, type ColumnDraft, type TableDraft } from "./ddl.ts";
import { expression } from "./expression.ts";
import { EMPTY_COLUMN } from "./usual.ts";

const HOSTILE = 'x"; drop table y; --';
const QUOTED = '"x""; drop table y; --"';
const TABLE = { schema: "public", name: HOSTILE };

function column(part: Partial<ColumnDraft>): ColumnDraft {
  return { ...EMPTY_COLUMN, type: "text", ...part };
}

function table(part: Partial<TableDraft>): TableDraft {
  const none = { primaryKey: [], uniques: [], foreignKeys: [], checks: [], comment: "" };
  return { table: TABLE, columns: [column({ name: "id" })], ...none, ...part };
}

test("a table is made with all that is said of it", () => {
  const draft = table({
    comment: "it's one",
    columns: [
      column({ name: "id", type: "serial" }),
      column({ name: HOSTILE, nullable: true, unique: true, fallback: "it's", comment: "back\\slash" }),
    ],
    primaryKey: ["id"],
    uniques: [["id", HOSTILE]],
    foreignKeys: [
      {
        table: { schema: HOSTILE, name: "o" },
        pairs: [{ from: HOSTILE, to: HOSTILE }],
        onUpdate: "restrict",
        onDelete: "cascade",
      },
    ],
    checks: [
      { name: HOSTILE, condition: "id > 0" },
      { name: " ", condition: " id < 9 " },
    ],
  });
  expect(createTable(draft)).toBe(
    `create table "public".${QUOTED} (
  "id" serial not null,
  ${QUOTED} text default 'it''s' unique,
  primary key ("id"),
  unique ("id", ${QUOTED}),
  foreign key (${QUOTED}) references ${QUOTED}."o" (${QUOTED}) on update restrict on delete cascade,
  constraint ${QUOTED} check (id > 0),
  check (id < 9)
);
comment on table "public".${QUOTED} is 'it''s one';
comment on column "public".${QUOTED}.${QUOTED} is E'back\\\\slash';`,
  );
});

test("a column that follows the last change brings its trigger", () => {
  const sql = addColumn(TABLE, column({ name: "a'b\"c", type: "timestamptz", fallback: "now()", touched: true }));
  expect(sql.split("\n")).toEqual([
    `alter table "public".${QUOTED} add column "a'b""c" timestamptz not null default now();`,
    `create or replace function "public"."set_current_timestamp_a'b""c"() returns trigger language plpgsql ` +
      `as 'begin new."a''b""c" := now(); return new; end';`,
    `create trigger "set_public_x""; drop table y; --_a'b""c" before update on "public".${QUOTED} for each row ` +
      `execute procedure "public"."set_current_timestamp_a'b""c"();`,
  ]);
});

test.each([
  ["text", "hello", "'hello'"],
  ["text", "it's; drop table x", "'it''s; drop table x'"],
  ["text", "'quoted'", "'quoted'"],
  ["text", "'a'::text", "'a'::text"],
  ["timestamptz", "now()", "now()"],
  ["date", "current_date", "current_date"],
  ["date", "2024-01-01", "'2024-01-01'"],
  ["integer", " 7 ", "7"],
  ["bigint", "nextval('a'::regclass)", "nextval('a'::regclass)"],
  ["numeric(4,2)", "1.5", "1.5"],
  ["boolean", "true", "true"],
  ["jsonb", '{"a": 1}', `'{"a": 1}'`],
  ["jsonb", "'{}'::jsonb", "'{}'::jsonb"],
  ["text[]", "{}", "'{}'"],
  ["uuid", "gen_random_uuid()", "gen_random_uuid()"],
  ["interval", "interval '1 day'", "interval '1 day'"],
])("a default of %s written as %s is %s", (type, text, expected) => {
  expect(expression(type, text)).toBe(expected);
});
