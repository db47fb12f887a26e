import { expect, test } from "vitest";
import { sent, type HeaderRow } from "./headers.ts";
import { withRole, withVariable } from "./role.ts";

const OTHER: HeaderRow = { id: "1", name: "authorization", value: "b", on: true };
const ROLES: HeaderRow[] = [
  { id: "2", name: "X-Hasura-Role", value: "old", on: false },
  { id: "3", name: "x-hasura-role", value: "older", on: true },
];

test.each<[HeaderRow[], string | null, Record<string, string>]>([
  [[OTHER], "user", { authorization: "b", "x-hasura-role": "user" }],
  [[OTHER, ...ROLES], "user", { authorization: "b", "x-hasura-role": "user" }],
  [[OTHER, ...ROLES], null, { authorization: "b" }],
])("%j as %s", (rows, role, headers) => {
  expect(sent(withRole(rows, role, "new"))).toEqual(headers);
});

test("the first session variable is the user's id", () => {
  const rows = withVariable([OTHER], "a");
  expect(rows.at(-1)?.name).toBe("x-hasura-user-id");
  expect(withVariable(rows, "b").at(-1)?.name).toBe("x-hasura-");
});
