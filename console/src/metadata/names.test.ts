import { expect, test } from "vitest";
import { segment, tablePath, tableRef, tableText, unsegment } from "./names.ts";

test.each([
  "users",
  "..",
  "a/b?c#d",
  "<img src=x onerror=alert(1)>",
  "\u202eevil",
  "~tilde",
  "100%",
  "back\\slash",
  "%2F",
  "~0~1",
  "é".repeat(200),
])("the name %s survives an address", (name) => {
  const url = new URL(`/x/${segment(name)}/y`, "http://h");
  expect(unsegment(decodeURIComponent(url.pathname.split("/")[2] ?? ""))).toBe(name);
  // Decoded once more and taken apart, as the router does with what is within a page.
  const anew = new URL(
    decodeURIComponent(url.pathname).replaceAll("%", "%25").replaceAll("?", "%3F").replaceAll("#", "%23"),
    "http://h",
  );
  expect(unsegment(decodeURIComponent(anew.pathname.split("/")[2] ?? ""))).toBe(name);
  expect(url.pathname.split("/")).toHaveLength(4);
});

test("tables in words and in addresses", () => {
  expect(tableText({ schema: "public", name: "users" })).toBe("users");
  expect(tableText({ schema: "shop", name: "users" })).toBe("shop.users");
  expect(tableRef("users")).toEqual({ schema: "public", name: "users" });
  expect(tablePath("default", { schema: "public", name: "a b" })).toBe("/data/~default/table/~public/~a%20b/browse");
});
