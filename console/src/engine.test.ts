import { expect, test } from "vitest";
import { admission, consolePath, engineUrl } from "./engine.ts";
import { readSettings } from "./settings.ts";

test.each([
  ["http://h:1/console/", "http://h:1/v1/graphql", "/console"],
  ["https://h/a/b/console/", "https://h/a/b/v1/graphql", "/a/b/console"],
])("the console at %s", (base, graphql, path) => {
  expect(engineUrl("v1/graphql", base)).toBe(graphql);
  expect(consolePath(base)).toBe(path);
});

test.each([
  [200, [], { kind: "admitted" }],
  [401, { code: "access-denied", error: "no" }, { kind: "refused", message: "no" }],
  [400, { code: "access-denied", error: "no" }, { kind: "refused", message: "no" }],
  [401, null, { kind: "refused", message: "status 401" }],
  [503, { code: "unavailable", error: "starting" }, { kind: "unreachable", message: "starting" }],
  [502, "<html>", { kind: "unreachable", message: "status 502" }],
])("an answer %i %j", (status, body, expected) => {
  expect(admission(status, body)).toEqual(expected);
});

test("settings, told or not", () => {
  expect(readSettings('{"version":"1.2","adminSecret":true}')).toEqual({ version: "1.2", adminSecret: true });
  expect(readSettings(undefined)).toEqual({ version: "development", adminSecret: false });
});
