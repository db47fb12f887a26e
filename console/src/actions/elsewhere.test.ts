import { expect, test } from "vitest";
import { built, drafted, missing, NEW_ELSEWHERE, queryFields } from "./elsewhere.ts";

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

test("queries of a remote schema are found in its introspection", () => {
  const types = [{ name: "Q", fields: [{ name: "profile", args: [{ name: "id" }] }] }];
  expect(queryFields({ data: { __schema: { queryType: { name: "Q" }, types } } })).toEqual({ profile: ["id"] });
  expect(queryFields(null)).toEqual({});
});
