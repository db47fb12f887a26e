import { expect, test } from "vitest";
import { begun, definitionOf, targetOf, toldTarget, type Target } from "./draft.ts";

const TABLE = {
  to_source: {
    source: "default",
    table: { schema: "public", name: "users" },
    relationship_type: "array",
    field_mapping: { auth0_id: "auth0_id" },
  },
};
const REMOTE = {
  to_remote_schema: {
    remote_schema: "auth0",
    lhs_fields: ["id"],
    remote_field: { profile: { arguments: { id: "$id", kind: ["x"] } } },
  },
};
const ACTION = { to_action: { action: "contact", arguments: { name: "$name" } } };
const BATCH = { to_action: { action: "contact", arguments: { name: "$name" }, batch: true } };
const DEEP = {
  to_remote_schema: {
    remote_schema: "r",
    lhs_fields: ["id"],
    remote_field: { a: { arguments: {}, field: { b: { arguments: { id: "$id" } } } } },
  },
};
const NESTED = {
  to_remote_schema: {
    remote_schema: "r",
    lhs_fields: ["user_id"],
    remote_field: { users: { arguments: { where: { id: { _eq: "$user_id" } } } } },
  },
};
const IN_LIST = { to_action: { action: "contact", arguments: { name: "$name", all: [{ id: "$id" }] } } };
const FIXED_ONLY = {
  to_remote_schema: { remote_schema: "r", lhs_fields: [], remote_field: { now: { arguments: { zone: "UTC" } } } },
};
const MORE_FIELDS = {
  to_remote_schema: {
    remote_schema: "r",
    lhs_fields: ["id", "kind"],
    remote_field: { now: { arguments: { id: "$id" } } },
  },
};

test.each([
  [TABLE, "table"],
  [REMOTE, "remote"],
  [ACTION, "action"],
  [BATCH, "json"],
  [DEEP, "json"],
  [NESTED, "json"],
  [IN_LIST, "json"],
  [FIXED_ONLY, "json"],
  [MORE_FIELDS, "json"],
])("%j is shown as %s and stays what it is", (definition, kind) => {
  const target = targetOf(definition);
  expect(target.kind).toBe(kind);
  expect(definitionOf(target)).toEqual(definition);
});

test.each<Target>([
  { kind: "table", source: "default", table: null, type: "object", pairs: [{ from: "a", to: "b" }] },
  { kind: "table", source: "d", table: { schema: "s", name: "t" }, type: "object", pairs: [{ from: "a", to: "" }] },
  { kind: "remote", remote: "r", field: "f", given: { id: { kind: "field", field: "" } } },
  { kind: "remote", remote: "r", field: "f", given: { id: { kind: "fixed", json: "1" } } },
  { kind: "action", action: "a", given: { id: { kind: "field", field: "id" }, x: { kind: "fixed", json: "{" } } },
  { kind: "json", json: "[]" },
])("%j is not complete", (target) => {
  expect(definitionOf(target)).toBeNull();
});

test("what is left to the client is not said", () => {
  const given = { id: { kind: "field", field: "id" }, limit: { kind: "client" } } as const;
  expect(definitionOf({ kind: "action", action: "a", given })).toEqual({
    to_action: { action: "a", arguments: { id: "$id" } },
  });
});

test("a field within a fixed value is joined by", () => {
  const given = { where: { kind: "fixed", json: '{"id": {"_eq": "$user_id"}}' } } as const;
  expect(definitionOf({ kind: "remote", remote: "r", field: "users", given })).toEqual(NESTED);
});

test("as JSON it begins with what the form has, or else what was there", () => {
  const json = (target: Target) => (target.kind === "json" ? (JSON.parse(target.json) as unknown) : null);
  expect(json(begun("json", ACTION, NESTED))).toEqual(ACTION);
  expect(json(begun("json", null, NESTED))).toEqual(NESTED);
  expect(json(begun("json", null, null))).toEqual({});
});

test("what the form does not show is told in words, too", () => {
  expect(toldTarget(targetOf(NESTED))).toBe("the remote schema r");
  expect(toldTarget(targetOf(IN_LIST))).toBe("the action contact");
});
