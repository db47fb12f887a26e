import { expect, test } from "vitest";
import { destination, places } from "./destinations.ts";

test("every kind of object has its place", () => {
  expect(destination({ kind: "action", name: "a" }).to).toBe("/actions/manage/~a/modify");
  expect(destination({ kind: "remote_schema", name: "r" }).to).toBe("/remote-schemas/manage/~r/details");
  expect(destination({ kind: "custom_type", name: "T" }).to).toBe("/actions/types");
  expect(
    destination({ kind: "table", name: "shop.x", source: "two", table: { schema: "shop", name: "x" }, tracked: false }),
  ).toMatchObject({ to: "/data/~two/table/~shop/~x/browse", kind: "untracked table in two" });
});

test("pages are found by words", () => {
  const pages = [{ path: "/api", name: "API" }];
  expect(places(pages, [], "ap").map((place) => place.name)).toEqual(["API", "Create actions from OpenAPI"]);
  expect(places(pages, [], "RESET meta").map((place) => place.to)).toEqual(["/settings/metadata"]);
  expect(places(pages, [], "").length).toBeGreaterThan(5);
});

test("what is made often is found, in each database", () => {
  const found = (sources: string[], search: string) => places([], sources, search).map(({ name, to }) => [name, to]);
  expect(found(["default"], "create table")).toEqual([["Create a table", "/data/~default/create-table"]]);
  expect(found(["a", "b"], "create table")).toEqual([
    ["Create a table in a", "/data/~a/create-table"],
    ["Create a table in b", "/data/~b/create-table"],
  ]);
  expect(found(["a", "b"], "")).toEqual(found([], ""));
  for (const made of ["an action", "a remote schema", "a database", "openapi", "relationships", "track"]) {
    expect(found(["default"], made), made).not.toEqual([]);
  }
});
