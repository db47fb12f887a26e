import { expect, test } from "vitest";
import type { TableView } from "../metadata/types.ts";
import { degree, draftOf, entryOf, faulty, KINDS, rolesOf, saveCommands } from "./permission.ts";

const TABLE = { schema: "public", name: "post" };
const VIEW: TableView = {
  resource_version: 1,
  table: TABLE,
  kind: "table",
  tracked: true,
  columns: ["id", "title"].map((name) => ({ name, type: "text", nullable: false, has_default: false })),
  metadata: {
    table: TABLE,
    insert_permissions: [
      { role: "user", permission: { check: {}, columns: "*", set: { id: "1" }, validate_input: { type: "http" } } },
    ],
    select_permissions: [
      { role: "user", permission: { filter: {}, columns: ["id", "title"] } },
      { role: "guest", permission: { filter: { id: { _eq: 1 } }, columns: ["id"], limit: 5 }, comment: "few" },
    ],
    update_permissions: [{ role: "user", permission: { filter: {}, check: null, columns: ["title"] } }],
    delete_permissions: [{ role: "user", permission: { filter: {} } }],
  },
};

test("the matrix tells how much each role may", () => {
  expect(rolesOf(VIEW.metadata, ["new"])).toEqual(["guest", "new", "user"]);
  const of = (role: string) => KINDS.map((kind) => degree(VIEW, kind, entryOf(VIEW.metadata, kind, role)));
  expect(of("user")).toEqual(["all", "all", "some", "all"]);
  expect(of("guest")).toEqual(["none", "some", "none", "none"]);
});

test.each([
  ["insert", { check: {}, columns: "*", set: { id: "1" }, validate_input: { type: "http" } }],
  ["select", { filter: {}, columns: ["id", "title"] }],
  ["update", { filter: {}, check: null, columns: ["title"] }],
  ["delete", { filter: {} }],
] as const)("saving %s as it is changes nothing", (kind, permission) => {
  const draft = draftOf(VIEW, kind, entryOf(VIEW.metadata, kind, "user"));
  expect(faulty(draft)).toBeNull();
  expect(saveCommands("default", VIEW, kind, "user", draft)).toEqual([
    { type: `pg_drop_${kind}_permission`, args: { source: "default", table: TABLE, role: "user" } },
    { type: `pg_create_${kind}_permission`, args: { source: "default", table: TABLE, role: "user", permission } },
  ]);
});

test("a comment and a limit stay, a new permission is only made", () => {
  const draft = draftOf(VIEW, "select", entryOf(VIEW.metadata, "select", "guest"));
  const [, create] = saveCommands("default", VIEW, "select", "guest", draft);
  expect(create?.args).toMatchObject({ comment: "few", permission: { limit: 5, filter: { id: { _eq: 1 } } } });
  expect(saveCommands("default", VIEW, "delete", "guest", draftOf(VIEW, "delete", undefined))).toHaveLength(1);
});

test("of all columns and those to come, some are left once one is taken away", () => {
  const draft = draftOf(VIEW, "insert", entryOf(VIEW.metadata, "insert", "user"));
  const [, create] = saveCommands("default", VIEW, "insert", "user", { ...draft, columns: ["id"] });
  expect(create?.args).toMatchObject({ permission: { columns: ["id"] } });
});

test("computed fields are chosen besides columns", () => {
  const draft = { ...draftOf(VIEW, "select", undefined), computed: ["full_name"] };
  const [, create] = saveCommands("default", VIEW, "select", "user", draft);
  expect(create?.args).toMatchObject({ permission: { computed_fields: ["full_name"] } });
  const [, without] = saveCommands("default", VIEW, "select", "user", { ...draft, computed: [] });
  expect(without?.args).not.toHaveProperty("permission.computed_fields");
});

test("unfinished JSON is told", () => {
  const draft = draftOf(VIEW, "select", undefined);
  expect(faulty({ ...draft, filter: "{" })).toMatch(/row filter/);
  expect(faulty({ ...draft, limit: "many" })).toMatch(/limit/);
});
