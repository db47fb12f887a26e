import { expect, test } from "vitest";
import { isExact, jsonFault, readJson, typedJson } from "./json.ts";

test.each([
  ["1", true],
  ["-0.000000000000000001", true],
  ["999999999999999", true],
  ["9007199254740993", false],
  ["0.1234567890123456789", false],
  ["1e300", true],
  ["0e-400", true],
  ["1e400", false],
  ["-1E+400", false],
  ["1e-400", false],
  ["1.23456789e-320", false],
])("whether %s is held as it is: %s", (number, exact) => {
  expect(isExact(number)).toBe(exact);
});

test("what is typed may be unfinished", () => {
  expect(typedJson('{"a": [1, 2.5]}')).toEqual({ a: [1, 2.5] });
  expect(typedJson("{")).toBeUndefined();
  expect(jsonFault("{")).not.toBeNull();
  expect(jsonFault("{}")).toBeNull();
  expect(readJson('{"of": "12345678901234567890"}')).toEqual({ of: "12345678901234567890" });
});
