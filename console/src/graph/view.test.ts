import { expect, test } from "vitest";
import { argumentsOf, readQuestion, writeQuestion, type GraphQuestion } from "./view.ts";

const HOSTILE = { schema: "a.b", name: '<img src=x onerror="alert(1)">' };

test.each<GraphQuestion>([
  { search: "", focus: null, depth: 1, limit: 50 },
  { search: "user & co", focus: null, depth: 1, limit: 200 },
  { search: "", focus: { kind: "table", source: "default", table: HOSTILE }, depth: 3, limit: 25 },
  { search: "x", focus: { kind: "action", name: "createUser" }, depth: 2, limit: 50 },
])("what is looked at goes into the address and comes out of it: %j", (question) => {
  expect(readQuestion(new URLSearchParams(writeQuestion(question).toString()))).toEqual(question);
});

test.each([
  "{",
  "[]",
  '"x"',
  '{"kind":"table","source":"default"}',
  '{"kind":"nothing","name":"x"}',
  '{"kind":"action"}',
])("an address with the focus %s shows the whole", (focus) => {
  expect(readQuestion(new URLSearchParams({ focus, depth: "9", limit: "100000" }))).toEqual({
    search: "",
    focus: null,
    depth: 1,
    limit: 50,
  });
});

test("the engine hears of a depth only with a focus", () => {
  expect(argumentsOf({ search: " a ", focus: null, depth: 2, limit: 50 })).toEqual({ search: "a", limit: 50 });
});
