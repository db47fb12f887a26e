import { expect, test } from "vitest";
import { definitionOf, targetOf, type Target } from "./draft.ts";

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

test.each([
  [TABLE, "table"],
  [REMOTE, "remote"],
  [ACTION, "action"],
  [BATCH, "json"],
  [DEEP, "json"],
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
