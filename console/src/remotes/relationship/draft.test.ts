import { expect, test } from "vitest";
import { NEW_BATCH } from "./batch.ts";
import { begun, draftOf, entryOf } from "./draft.ts";
import { definitionOf, targetOf, toldTarget, type Target } from "./target.ts";

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
const KEYS = {
  to_remote_schema: {
    remote_schema: "auth0",
    lhs_fields: ["id"],
    remote_field: { profiles: { arguments: { ids: "$id" } } },
    batch: { match_by: "id", type: "array" },
  },
};
const ODD_KEYS = { to_remote_schema: { ...KEYS.to_remote_schema, batch: true } };
const MORE_KEYS = {
  to_remote_schema: { ...KEYS.to_remote_schema, batch: { match_by: "id", type: "array", more: 1 } },
};
const BESIDE = { ...ACTION, more: 1 };
const UNKNOWN = { to_action: { ...ACTION.to_action, more: 1 } };
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
  [BATCH, "action"],
  [KEYS, "remote"],
  [ODD_KEYS, "json"],
  [MORE_KEYS, "json"],
  [BESIDE, "json"],
  [UNKNOWN, "json"],
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
  { kind: "remote", remote: "r", field: "f", given: { id: { kind: "field", field: "" } }, batch: null },
  { kind: "remote", remote: "r", field: "f", given: { id: { kind: "fixed", json: "1" } }, batch: null },
  { kind: "remote", remote: "r", field: "f", given: { id: { kind: "field", field: "id" } }, batch: NEW_BATCH },
  { kind: "action", action: "a", given: { id: { kind: "fixed", json: "{" } }, batch: false },
  { kind: "json", json: "[]" },
])("%j is not complete", (target) => {
  expect(definitionOf(target)).toBeNull();
});

test("what is left to the client is not said", () => {
  const given = { id: { kind: "field", field: "id" }, limit: { kind: "client" } } as const;
  expect(definitionOf({ kind: "action", action: "a", given, batch: false })).toEqual({
    to_action: { action: "a", arguments: { id: "$id" } },
  });
});

test("a field within a fixed value is joined by", () => {
  const given = { where: { kind: "fixed", json: '{"id": {"_eq": "$user_id"}}' } } as const;
  expect(definitionOf({ kind: "remote", remote: "r", field: "users", given, batch: null })).toEqual(NESTED);
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

test("whether a failure stays within the field is read, kept, said and taken back", () => {
  const before = { name: "contact", definition: ACTION, comment: "other keys stay", partial: true };
  const draft = draftOf(before);
  expect(draft.partial).toBe(true);
  expect(entryOf(draft, before)).toEqual(before);
  expect(entryOf({ ...draft, partial: false }, before)).toEqual({
    name: "contact",
    definition: ACTION,
    comment: "other keys stay",
  });
  expect(entryOf({ ...draft, target: { kind: "json", json: "" } }, before)).toBeNull();
});
