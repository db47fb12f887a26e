import { expect, test } from "vitest";
import { same, seenAt } from "./seen.ts";

test("what stayed as it was is changed at the latest version", () => {
  expect(seenAt({ what: { name: "a" }, version: 3 }, { what: { name: "a" }, version: 7 })).toBe(7);
});

test("what somebody has changed is changed at the version that was seen, which the engine refuses", () => {
  expect(seenAt({ what: { name: "a" }, version: 3 }, { what: { name: "b" }, version: 7 })).toBe(3);
  expect(seenAt<unknown>({ what: { name: "a" }, version: 3 }, { what: undefined, version: 7 })).toBe(3);
});

test("a version within is no difference", () => {
  expect(
    same(
      { resource_version: 1, view: { resource_version: 1, a: [1] } },
      { resource_version: 2, view: { resource_version: 2, a: [1] } },
    ),
  ).toBe(true);
  expect(same({ resource_version: 1, a: [1] }, { resource_version: 1, a: [2] })).toBe(false);
});
