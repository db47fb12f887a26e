import { expect, test } from "vitest";
import type { TableView } from "../../metadata/types.ts";
import { fieldsOf, save, type Field } from "./row.ts";

const VIEW: TableView = {
  resource_version: 1,
  table: { schema: "public", name: "t" },
  kind: "table",
  tracked: true,
  columns: [
    { name: "id", type: "int4", nullable: false, has_default: true },
    { name: "name", type: "text", nullable: false, has_default: false },
    { name: "note", type: "text", nullable: true, has_default: false },
    { name: "sum", type: "int4", nullable: true, has_default: true, generated: true },
  ],
};

function put(fields: Field[], name: string, part: Partial<Field>): Field[] {
  return fields.map((field) => (field.column.name === name ? { ...field, ...part } : field));
}

test("a new row leaves to the database what it knows itself", () => {
  const fields = fieldsOf(VIEW, null);
  expect(fields.map((field) => field.state)).toEqual(["default", "value", "default"]);
  const written = put(fields, "name", { value: "x" });
  expect(save(VIEW, {}, fields, written)).toBe(`insert into "public"."t" ("name") values ('x')`);
});

test("of a row only what changed is written", () => {
  const fields = fieldsOf(VIEW, ["1", "x", null, "7"]);
  expect(save(VIEW, { id: "1" }, fields, fields)).toBeNull();
  const emptied = put(fields, "note", { state: "value", value: "" });
  expect(save(VIEW, { id: "1" }, fields, emptied)).toBe(
    `update "public"."t" set "note" = '' where "id" = '1' returning 1`,
  );
  const nulled = put(fields, "name", { state: "null" });
  expect(save(VIEW, { id: "1" }, fields, nulled)).toBe(
    `update "public"."t" set "name" = null where "id" = '1' returning 1`,
  );
});
