import { expect, test } from "vitest";
import { opened, saved } from "./commands.ts";
import { NEW, targetOf } from "./draft.ts";

const DEFINITION = { to_action: { action: "contact", arguments: { name: "$name" } } };
const ARGS = { remote_schema: "r", type_name: "User", name: "profile", definition: DEFINITION };

test("a new one of a name that is taken replaces nothing: the engine is to refuse it", () => {
  const { command } = saved("r", opened({ resource_version: 3 }, "User", NEW), "profile", DEFINITION);
  expect(command).toEqual({ type: "create_remote_schema_remote_relationship", args: ARGS });
});

test("what was opened is replaced", () => {
  const draft = { name: "profile", target: targetOf(DEFINITION) };
  const { command } = saved("r", opened({ resource_version: 3 }, "User", draft), "profile", DEFINITION);
  expect(command).toEqual({ type: "update_remote_schema_remote_relationship", args: ARGS });
});

test("it is saved for the version it was opened at, though the view has a later one by now", () => {
  const view = { resource_version: 3 };
  const edited = opened(view, "User", NEW);
  view.resource_version = 4;
  expect(saved("r", edited, "profile", DEFINITION).version).toBe(3);
});
