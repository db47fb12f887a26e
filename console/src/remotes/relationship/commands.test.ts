import { expect, test } from "vitest";
import { opened, saved, takenNames } from "./commands.ts";
import { problemOf } from "./draft.ts";
import { targetOf } from "./target.ts";

const DEFINITION = { to_action: { action: "contact", arguments: { name: "$name" } } };
const OTHER = { to_action: { action: "other", arguments: { name: "$name" } } };
const PROFILE = { name: "profile", definition: OTHER, partial: true };
const MADE = { name: "profile", definition: DEFINITION };
const ARGS = { remote_schema: "r", type_name: "User", name: "profile", definition: DEFINITION };
const VIEW = {
  resource_version: 3,
  remote_schema: {
    name: "r",
    definition: {},
    remote_relationships: [
      { type_name: "User", relationships: [PROFILE] },
      { type_name: "Pet", relationships: [{ name: "owner", definition: OTHER }] },
    ],
  },
};

test("a new one replaces nothing", () => {
  const { command } = saved("r", opened(VIEW, "User", null), MADE);
  expect(command).toEqual({ type: "create_remote_schema_remote_relationship", args: ARGS });
});

test("what was opened is replaced", () => {
  const edited = opened(VIEW, "User", PROFILE);
  expect(edited.draft).toEqual({ name: "profile", target: targetOf(OTHER), partial: true });
  const { command } = saved("r", edited, { ...MADE, partial: true });
  expect(command).toEqual({
    type: "update_remote_schema_remote_relationship",
    args: { ...ARGS, partial: true },
  });
});

test("it is saved for the version it was opened at, though the view has a later one by now", () => {
  const view = { resource_version: 3 };
  const edited = opened(view, "User", null);
  view.resource_version = 4;
  expect(saved("r", edited, MADE).version).toBe(3);
});

test.each([
  ["User", null, "profile", "There is a relationship profile already."],
  ["User", PROFILE, "profile", null],
  ["User", null, "owner", null],
  ["User", null, "id", "There is a field id already."],
  ["Pet", null, "owner", "There is a relationship owner already."],
])("at %s, opened %j, the name %s: %s", (type, before, name, problem) => {
  const draft = { name, target: targetOf(DEFINITION), partial: false };
  expect(problemOf(draft, ["id"], takenNames(VIEW, opened(VIEW, type, before)))).toBe(problem);
});
