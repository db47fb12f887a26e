import { expect, test } from "vitest";
import { fileName, readExport } from "./exchange.ts";

test("an export is read, with and without its version beside it", () => {
  expect(readExport('{"version": 3, "sources": []}')).toEqual({ version: 3, sources: [] });
  expect(readExport('{"resource_version": 7, "metadata": {"version": 3}}')).toEqual({ version: 3 });
});

test.each(["[]", "7", '{"sources": []}', '{"metadata": 7}', "null"])("%s is none", (text) => {
  expect(() => readExport(text)).toThrow("no metadata");
});

test("the file's name tells when", () => {
  expect(fileName(new Date("2026-01-31T17:05:00.123Z"))).toBe("dovetail_metadata_2026_01_31_17_05_00_123.json");
});
