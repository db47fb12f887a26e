import { expect, test } from "vitest";
import { built, drafted, missing, NEW_ELSEWHERE } from "./elsewhere.ts";

const TYPE = { name: "User", fields: [{ name: "id", type: "Int" }] };
const REMOTE = {
  ...NEW_ELSEWHERE,
  name: "profile",
  target: "auth0",
  field: "profile",
  pairs: [{ from: "id", to: "user_id" }],
};
const ACTION = { ...REMOTE, to: "action" as const, target: "score", field: "", batch: true };

test("ARL-13: a relationship to a remote schema", () => {
  const relationship = built(REMOTE);
  expect(relationship).toEqual({
    name: "profile",
    definition: {
      to_remote_schema: {
        remote_schema: "auth0",
        lhs_fields: ["id"],
        remote_field: { profile: { arguments: { user_id: "$id" } } },
      },
    },
  });
  expect(drafted(relationship)).toEqual(REMOTE);
});

test("ARL-13: a relationship to an action", () => {
  const relationship = built(ACTION);
  const to_action = { action: "score", arguments: { user_id: "$id" }, batch: true };
  expect(relationship.definition).toEqual({ to_action });
  expect(drafted(relationship)).toEqual(ACTION);
});

test("what the form cannot show is not drafted", () => {
  expect(drafted({ name: "a", type: "object", remote_table: "users", field_mapping: {} })).toBeNull();
  const constant = { to_action: { action: "score", arguments: { user_id: 1 } } };
  expect(drafted({ name: "a", definition: constant })).toBeNull();
  const call = { remote_schema: "r", lhs_fields: ["id", "kind"], remote_field: { f: { arguments: { id: "$id" } } } };
  expect(drafted({ name: "a", definition: { to_remote_schema: call } })).toBeNull();
});

const CALL = { arguments: { id: "$id" } };
const TO_REMOTE = { remote_schema: "r", lhs_fields: ["id"], remote_field: { f: CALL } };
const TO_ACTION = { action: "score", arguments: { id: "$id" } };

test.each([
  { to_action: { ...TO_ACTION, more: 1 } },
  { to_action: TO_ACTION, more: 1 },
  { to_action: TO_ACTION, to_remote_schema: TO_REMOTE },
  { to_remote_schema: { ...TO_REMOTE, more: 1 } },
  { to_remote_schema: TO_REMOTE, more: 1 },
  { to_remote_schema: { ...TO_REMOTE, remote_field: { f: { ...CALL, more: 1 } } } },
  { to_remote_schema: { ...TO_REMOTE, remote_field: { f: CALL, g: CALL } } },
  { to_remote_schema: { ...TO_REMOTE, batch: { match_by: "id", more: 1 } } },
  { to_remote_schema: { ...TO_REMOTE, batch: { match_by: "id", type: "other" } } },
])("what the form would lose is shown as JSON: %#", (definition) => {
  expect(drafted({ name: "a", definition })).toBeNull();
});

const PLAIN = [{ to_action: TO_ACTION }, { to_remote_schema: TO_REMOTE }];

test.each(PLAIN)("keys beside the definition are kept: %#", (definition) => {
  const before = { name: "a", definition, partial: true, comment: "mine" };
  const draft = drafted(before) ?? NEW_ELSEWHERE;
  expect(built({ ...draft, name: "b" }, before)).toEqual({ ...before, name: "b" });
  expect(built({ ...draft, partial: false }, before)).toEqual({ name: "a", definition, comment: "mine" });
});

test.each([
  [{ ...REMOTE, name: "" }, "The name has letters"],
  [{ ...REMOTE, name: "id" }, "User has a field id already."],
  [{ ...REMOTE, target: "" }, "Choose the remote schema."],
  [{ ...ACTION, target: "" }, "Choose the action."],
  [{ ...REMOTE, field: "" }, "Choose the field of the remote schema."],
  [{ ...REMOTE, pairs: [] }, "Choose a field and the argument"],
  [{ ...REMOTE, pairs: [{ from: "id", to: "" }] }, "Each field needs an argument"],
  [{ ...REMOTE, pairs: [...REMOTE.pairs, ...REMOTE.pairs] }, "An argument stands there twice."],
])("what is missing is told: %#", (draft, told) => {
  expect(missing(draft, TYPE)).toContain(told);
});

test("ARL-13: how the other side is asked, and what becomes of its failures, is read and written", () => {
  const keys = { matchBy: "id", type: "array" as const };
  const draft = { ...REMOTE, keys, partial: true };
  const relationship = built(draft);
  expect(relationship).toMatchObject({
    partial: true,
    definition: { to_remote_schema: { batch: { match_by: "id", type: "array" } } },
  });
  expect(drafted(relationship)).toEqual(draft);
  expect(missing({ ...draft, keys: { ...keys, matchBy: "" } }, TYPE)).toContain("holds the key");
  expect(built({ ...ACTION, partial: true }).partial).toBe(true);
  expect(drafted(built({ ...ACTION, partial: true }))).toEqual({ ...ACTION, partial: true });
});
