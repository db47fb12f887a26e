import { expect, test } from "vitest";
import { draftOf as modelOf, saveModel, typeOf, typeText } from "./models.ts";
import { draftOf, NO_QUERY, placeholders, saveQuery, withCode, withVersion, type NativeQuery } from "./queries.ts";

test("the code tells its arguments", () => {
  expect(placeholders("select {{a}} + {{ b }} where {{a}} > 1")).toEqual(["a", "b"]);
  const draft = withCode({ ...NO_QUERY, arguments: [{ name: "a", type: "int", nullable: true }] }, "{{b}} {{a}}");
  expect(draft.arguments).toEqual([
    { name: "b", type: "text", nullable: false },
    { name: "a", type: "int", nullable: true },
  ]);
  expect(withCode(draft, "{{b}}").arguments.map((each) => each.name)).toEqual(["b"]);
});

test("an argument that is retyped keeps what was said of it", () => {
  const query: NativeQuery = {
    root_field_name: "q",
    code: "{{limit}} {{word}}",
    returns: "row",
    arguments: { limit: { type: "int", nullable: true }, word: { type: "citext" } },
  };
  const begun = draftOf(query);
  const typing = ["{{limit} {{word}}", "{{limi}} {{word}}", "{{limit}} {{word}}"].reduce(withCode, begun);
  expect(typing.arguments).toEqual(begun.arguments);
  const saved = saveQuery("default", withCode(begun, "{{word}}"), query)[1]?.args as NativeQuery;
  expect(Object.keys(saved.arguments ?? {})).toEqual(["word"]);
});

test("the version is asked for together with what it is of", () => {
  expect(withVersion("s")).toEqual([
    { type: "dovetail_get_source", args: { source: "s" } },
    { type: "pg_get_native_query", args: { source: "s" } },
    { type: "pg_get_logical_model", args: { source: "s" } },
  ]);
});

test("a query is replaced as one change, and what no field shows stays", () => {
  const before: NativeQuery = {
    root_field_name: "old",
    code: "select {{a}}",
    returns: "row",
    arguments: { a: { type: "int", description: "d" } },
    object_relationships: [{ name: "r", using: {} }],
  };
  const [untrack, track] = saveQuery("default", { ...draftOf(before), name: "new" }, before);
  expect(untrack).toEqual({ type: "pg_untrack_native_query", args: { source: "default", root_field_name: "old" } });
  expect(track?.args).toEqual({
    source: "default",
    type: "query",
    root_field_name: "new",
    code: "select {{a}}",
    returns: "row",
    arguments: { a: { type: "int", nullable: false, description: "d" } },
    object_relationships: [{ name: "r", using: {} }],
  });
});

test("types of logical models are written as text", () => {
  const type = { array: { logical_model: "author", nullable: false }, nullable: true };
  expect(typeText(type)).toBe("[author!]");
  expect(typeOf("[author!]", true, ["author"])).toEqual(type);
  expect(typeOf(" integer ", false, [])).toEqual({ scalar: "integer", nullable: false });
});

test("permissions come along when a model is replaced", () => {
  const permission = { columns: "*", filter: {} };
  const before = {
    name: "m",
    fields: [{ name: "id", type: { scalar: "int" } }],
    select_permissions: [{ role: "user", permission, comment: "of theirs" }],
  };
  const commands = saveModel("default", modelOf(before), [], before);
  expect(commands.map((each) => each.type)).toEqual([
    "pg_untrack_logical_model",
    "pg_track_logical_model",
    "pg_create_logical_model_select_permission",
  ]);
  const args = { source: "default", name: "m", role: "user", permission, comment: "of theirs" };
  expect(commands[2]?.args).toEqual(args);
});
