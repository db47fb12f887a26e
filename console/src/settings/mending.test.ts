import { expect, test } from "vitest";
import { remedies } from "./mending.ts";

const TABLE = { schema: "shop", name: "order in source x" };

test.each([
  ["table", "table shop.order in source x in source other", TABLE, "pg_untrack_table"],
  ["object_relation", "…", { source: "other", table: TABLE, name: "user" }, "pg_drop_relationship"],
  ["remote_relationship", "…", { source: "other", table: TABLE, name: "user" }, "pg_delete_remote_relationship"],
  ["select_permission", "…", { source: "other", table: TABLE, role: "r" }, "pg_drop_select_permission"],
  ["computed_field", "…", { source: "other", table: TABLE, name: "f" }, "pg_drop_computed_field"],
])("a %s is dropped from its table and source", (type, name, definition, command) => {
  const { drop, page } = remedies({ type, name, definition, reason: "" });
  expect(drop?.type).toBe(command);
  expect(drop?.args).toMatchObject({ table: TABLE });
  expect(page).toContain("/table/~shop/");
});

test.each([
  ["action", { name: "a" }, "drop_action", "/actions/manage/~a/modify"],
  ["remote_schema", { name: "a" }, "remove_remote_schema", "/remote-schemas/manage/~a/modify"],
  ["source", { name: "a" }, "pg_drop_source", "/data"],
])("a %s has its command and page", (type, definition, command, page) => {
  const found = remedies({ type, name: "", definition, reason: "" });
  expect(found.drop?.type).toBe(command);
  expect(found.page).toBe(page);
});

test("what is not known stays", () => {
  expect(remedies({ type: "inherited_role", name: "x", definition: { role_name: "x" }, reason: "" }).drop).toBeNull();
});
