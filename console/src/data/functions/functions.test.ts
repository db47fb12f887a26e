import { expect, test } from "vitest";
import { choices, draftOf as computedOf, saveCommands as saveComputed } from "./computed.ts";
import { draftOf, hindrance, isOfARow, saveCommands, signature, trackCommand, type FunctionRow } from "./functions.ts";

const TABLE = { schema: "public", name: 'us"ers' };
const ROW: FunctionRow = {
  function: { schema: "shop", name: "find" },
  tracked: true,
  overloads: [
    {
      volatility: "stable",
      returns: "setof users",
      table: TABLE,
      arguments: [{ name: "row", type: "users", row_of: TABLE }, { type: "text" }, { name: "session", type: "json" }],
    },
  ],
  metadata: { configuration: { custom_name: "search", response: { type: "table" } }, permissions: [{ role: "user" }] },
};

test("a signature reads like SQL", () => {
  const [overload] = ROW.overloads;
  expect(overload && signature(ROW.function, overload)).toBe(
    "shop.find(row users, text, session json) returns setof users",
  );
});

test("what takes a row of a table is told from what stands by itself", () => {
  const [only] = ROW.overloads;
  expect(isOfARow(ROW)).toBe(true);
  expect(isOfARow({ ...ROW, overloads: [{ ...only!, arguments: [{ type: "text" }] }] })).toBe(false);
});

test("what cannot be tracked is told", () => {
  expect(hindrance(ROW)).toBeNull();
  expect(hindrance({ ...ROW, overloads: [] })).toBe("The database has no such function.");
  expect(hindrance({ ...ROW, overloads: [...ROW.overloads, ...ROW.overloads] })).toMatch(/several/);
});

test("only what was changed is saved, and what no field shows stays", () => {
  const args = { source: "default", function: ROW.function };
  const before = draftOf(ROW);
  expect(saveCommands("default", ROW, before)).toEqual([]);
  expect(saveCommands("default", ROW, { ...before, roles: ["editor"] })).toEqual([
    { type: "pg_drop_function_permission", args: { ...args, role: "user" } },
    { type: "pg_create_function_permission", args: { ...args, role: "editor" } },
  ]);
  expect(saveCommands("default", ROW, { ...before, name: "", field: "f", exposedAs: "query" })).toEqual([
    {
      type: "pg_set_function_customization",
      args: {
        ...args,
        configuration: { response: { type: "table" }, custom_root_fields: { function: "f" }, exposed_as: "query" },
      },
    },
  ]);
  expect(trackCommand("default", ROW, "mutation").args).toEqual({ ...args, configuration: { exposed_as: "mutation" } });
});

test("a computed field is replaced as one change", () => {
  const draft = computedOf({ name: "a", comment: "c", definition: { function: "f", table_argument: "row" } });
  expect(draft).toEqual({
    name: "a",
    function: { schema: "public", name: "f" },
    tableArgument: "row",
    sessionArgument: "",
    comment: "c",
  });
  const commands = saveComputed("default", TABLE, { ...draft, name: "b" }, "a");
  expect(commands.map((each) => each.type)).toEqual(["pg_drop_computed_field", "pg_add_computed_field"]);
  expect(commands[1]?.args).toEqual({
    source: "default",
    table: TABLE,
    name: "b",
    comment: "c",
    definition: { function: { schema: "public", name: "f" }, table_argument: "row" },
  });
});

test("the arguments that fit are offered", () => {
  expect(choices(ROW, TABLE)).toEqual({ rows: ["row"], sessions: ["session"] });
  expect(choices(undefined, TABLE)).toEqual({ rows: [], sessions: [] });
});
