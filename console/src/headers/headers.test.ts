import { describe, expect, test } from "vitest";
import { actor, fault, isSensitive, sent, type HeaderRow } from "./headers.ts";

const row = (name: string, value: string, on = true): HeaderRow => ({ id: name, name, value, on });

test.each([
  ["x-hasura-role", "user", null],
  ["", "", null],
  ["", "lost", "A header needs a name"],
  ["two words", "x", "Header names have letters, digits and dashes only"],
  ["name:", "x", "Header names have letters, digits and dashes only"],
  ["x-name", "line\nbreak", "Header values cannot hold such characters"],
  ["x-name", "日本", "Header values cannot hold such characters"],
  ["x-name", "é", null],
])("fault of %j: %j", (name, value, problem) => {
  expect(fault(row(name, value))).toBe(problem);
});

describe("what is sent", () => {
  test.each([
    ["names in lower case, without blanks around", [row(" X-Hasura-Role ", " user ")], { "x-hasura-role": "user" }],
    ["nothing that is switched off", [row("a", "1", false), row("b", "2")], { b: "2" }],
    ["nothing that cannot be sent", [row("a b", "1"), row("", "2"), row("c", "\n")], {}],
    ["the later one of two", [row("a", "1"), row("A", "2")], { a: "2" }],
    ["empty values too", [row("a", "")], { a: "" }],
  ])("%s", (_, rows, headers) => {
    expect(sent(rows)).toEqual(headers);
  });
});

test.each([
  ["x-hasura-admin-secret", true],
  ["Authorization", true],
  ["X-Api-Key", true],
  ["cookie", true],
  ["x-hasura-role", false],
  ["x-hasura-user-id", false],
])("%s hides its value: %s", (name, sensitive) => {
  expect(isSensitive(name)).toBe(sensitive);
});

test.each([
  [{}, false, "admin"],
  [{ "x-hasura-role": "user" }, false, "user"],
  [{ "x-hasura-role": "" }, false, "admin"],
  [{ "x-hasura-role": "user" }, true, "nobody in particular"],
  [{ "x-hasura-role": "user", "x-hasura-admin-secret": "s" }, true, "user"],
  [{ "x-hasura-access-key": "s" }, true, "admin"],
])("%j (secret needed: %s) asks as %s", (headers, secretNeeded, who) => {
  expect(actor(headers, secretNeeded)).toBe(who);
});
