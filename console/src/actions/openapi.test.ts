import { expect, test } from "vitest";
import { importCommand, NEW_IMPORT, route, wishes } from "./openapi.ts";
import type { Action } from "./types.ts";

function action(name: string, transform?: object): Action {
  return { name, definition: { handler: "http://x", ...(transform ? { request_transform: transform } : {}) } };
}

const PREVIEW = { actions: [action("a"), action("b")], custom_types: {}, remarks: [] };

test("ACT-29: only what was filled in is wished for", () => {
  expect(wishes({ ...NEW_IMPORT, document: "d" })).toEqual({ document: "d" });
  expect(wishes({ ...NEW_IMPORT, document: "d", baseUrl: " http://x ", prefix: "p" })).toEqual({
    document: "d",
    base_url: "http://x",
    prefix: "p",
  });
});

test("ACT-29: some operations are named, all are not", () => {
  const draft = { ...NEW_IMPORT, document: "d" };
  expect(importCommand(draft, PREVIEW, new Set(["b"])).args).toEqual({ document: "d", replace: false, only: ["b"] });
  expect(importCommand(draft, PREVIEW, new Set(["a", "b"])).args).toEqual({ document: "d", replace: false });
});

test("ACT-29: where an operation is", () => {
  const url = "{{$base_url}}/pets/{{escapeUri(\"{{$body.input['pet_id']}}\")}}";
  expect(route(action("a", { method: "GET", url }))).toBe("GET /pets/{pet_id}");
});
