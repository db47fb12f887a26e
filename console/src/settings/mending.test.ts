import { expect, test } from "vitest";
import { cascading, remedies } from "./mending.ts";

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
  ["table", TABLE],
  ["object_relation", { table: TABLE, name: "user" }],
  ["array_relation", { table: TABLE, name: "user" }],
  ["computed_field", { table: TABLE, name: "f" }],
  ["source", { name: "a" }],
])("with a %s goes nothing that she was not told of", (type, definition) => {
  const { drop } = remedies({ type, name: "", definition, reason: "" });
  expect(drop?.args).not.toHaveProperty("cascade");
  expect(cascading(drop!)).toEqual({ type: drop?.type, args: { ...(drop?.args as object), cascade: true } });
});

test("what knows no such option is not given it", () => {
  expect(cascading({ type: "pg_drop_select_permission", args: { role: "r" } })).toBeNull();
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

test.each([
  ["function", "function f in source a in source b", { schema: "s", name: "f" }, "pg_untrack_function", "functions"],
  ["native_query", "…", { source: "b", root_field_name: "q" }, "pg_untrack_native_query", "queries"],
  ["native_query", "native_query q in source b", { root_field_name: "q" }, "pg_untrack_native_query", "queries"],
  ["logical_model", "logical_model m in source b", { name: "m" }, "pg_untrack_logical_model", "queries"],
  [
    "select_permission",
    "…",
    { source: "b", name: "m", role: "r" },
    "pg_drop_logical_model_select_permission",
    "queries",
  ],
])("a %s is dropped from its database", (type, name, definition, command, tab) => {
  const { drop, page, reload } = remedies({ type, name, definition, reason: "" });
  expect(drop?.type).toBe(command);
  expect(drop?.args).toMatchObject({ source: "b" });
  expect(page).toBe(`/data/~b/${tab}`);
  expect(reload?.args).toEqual({ reload_sources: ["b"] });
});

test("parts of a remote schema are dropped from it", () => {
  const permission = remedies({
    type: "remote_schema_permission",
    name: "remote_schema_permission r permission in remote schema my servers",
    definition: { role: "r" },
    reason: "",
  });
  const args = { remote_schema: "my servers", role: "r" };
  expect(permission.drop).toEqual({ type: "drop_remote_schema_permissions", args });
  expect(permission.page).toBe("/remote-schemas/manage/~my%20servers/permissions");
  const relationship = remedies({
    type: "remote_schema_remote_relationship",
    name: "remote_schema_remote_relationship remote_relationship user on type Profile in remote schema profiles",
    definition: { name: "user" },
    reason: "",
  });
  expect(relationship.drop).toEqual({
    type: "delete_remote_schema_remote_relationship",
    args: { remote_schema: "profiles", type_name: "Profile", name: "user" },
  });
});

test("what is not known stays", () => {
  expect(remedies({ type: "inherited_role", name: "x", definition: { role_name: "x" }, reason: "" }).drop).toBeNull();
});
