import { expect, test } from "vitest";
import { knownWith, recall, remember } from "./derived.ts";

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
