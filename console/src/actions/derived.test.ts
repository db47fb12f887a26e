import { expect, test } from "vitest";
import { knownWith, recall, remember, taken } from "./derived.ts";
import type { CustomTypes } from "./types.ts";

function shelf(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as unknown as Storage;
}

test("ACT-27: an action's operation is remembered, and nothing else's", () => {
  const local = shelf();
  expect(recall("a", local)).toBe("");
  remember("a", "{ users { id } }", local);
  remember("b", "{ x }", local);
  expect(recall("a", local)).toBe("{ users { id } }");
  local.setItem("dovetail:derived-actions", "no json");
  expect(recall("a", local)).toBe("");
});

test("ACT-27: types that are there keep what they have", () => {
  const there = { objects: [{ name: "A", fields: [] }] };
  const coming = { objects: [{ name: "A", fields: [{ name: "x", type: "Int" }] }, { name: "B", fields: [] }] };
  expect(knownWith(there, coming).objects).toEqual([{ name: "A", fields: [] }, { name: "B", fields: [] }]);
});

test("ACT-27: types of the same name are not replaced, whatever they are", () => {
  const relationships = [{ name: "user", type: "object" as const, remote_table: "users", field_mapping: { x: "id" } }];
  const there: CustomTypes = {
    objects: [
      { name: "Same", fields: [{ name: "x", type: "Int" }], relationships },
      { name: "Other", fields: [{ name: "x", type: "Int" }] },
    ],
    enums: [{ name: "Kind", values: [{ value: "a" }] }],
  };
  const coming: CustomTypes = {
    objects: [
      { name: "Same", fields: [{ name: "x", type: "Int" }] },
      { name: "Other", fields: [{ name: "x", type: "Int!" }] },
      { name: "Kind", fields: [{ name: "x", type: "Int" }] },
      { name: "New", fields: [] },
    ],
  };
  expect(taken(there, coming)).toEqual(["Other", "Kind"]);
});
