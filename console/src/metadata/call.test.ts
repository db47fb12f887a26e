import { expect, test } from "vitest";
import { asEngineError, changeBody, refusal, warnings } from "./call.ts";

test("one command goes alone, several as a bulk, each with the version it is based on", () => {
  const drop = { type: "drop_action", args: { name: "a" } };
  expect(changeBody([drop], 7)).toEqual({ type: "drop_action", args: { name: "a" }, resource_version: 7 });
  expect(changeBody([drop, drop], 7)).toEqual({ type: "bulk", args: [drop, drop], resource_version: 7 });
});

test("what the engine says is kept", () => {
  const error = refusal(400, { error: "no such table", code: "not-exists", path: "$.args", internal: [1] });
  expect(error).toMatchObject({ message: "no such table", code: "not-exists", path: "$.args", internal: [1] });
  expect(error.isConflict).toBe(false);
  expect(refusal(409, { error: "…", code: "conflict", path: "$" }).isConflict).toBe(true);
});

test("remarks are found wherever they stand", () => {
  const remark = { message: "success", warnings: [{ code: "c", message: "no such table" }] };
  expect(warnings([{ message: "success" }, remark])).toEqual(["no such table"]);
  expect(warnings({ message: "success" })).toEqual([]);
});

test("what is no answer of the engine's is told as what it is", () => {
  expect(refusal(502, null)).toMatchObject({ message: "The engine answered with status 502.", code: "status-502" });
  expect(asEngineError("broken")).toMatchObject({ message: "broken", code: "unexpected" });
});
