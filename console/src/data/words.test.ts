import { expect, test } from "vitest";
import { EngineError } from "../metadata/call.ts";
import { inPostgresWords } from "./words.ts";

test("what Postgres said comes first", () => {
  const internal = { error: { message: "duplicate key", description: "Key (id)=(1) already exists." } };
  const error = new EngineError("query execution failed", "postgres-error", "$.args", internal);
  expect(inPostgresWords(error).message).toBe("duplicate key. Key (id)=(1) already exists.");
  const other = new EngineError("no source", "not-exists", null, null);
  expect(inPostgresWords(other)).toBe(other);
});
