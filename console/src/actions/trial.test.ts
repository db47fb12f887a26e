import { parse } from "graphql";
import { expect, test } from "vitest";
import { inquiry, ticket, trial } from "./trial.ts";
import type { CustomTypes } from "./types.ts";

const TYPES: CustomTypes = {
  input_objects: [
    {
      name: "NewUser",
      fields: [
        { name: "name", type: "String!" },
        { name: "kind", type: "Kind" },
      ],
    },
  ],
  enums: [{ name: "Kind", values: [{ value: "GOOD" }] }],
  objects: [
    {
      name: "User",
      fields: [
        { name: "id", type: "uuid!" },
        { name: "friend", type: "User" },
      ],
    },
  ],
};

test("a trial asks for the plain fields and has a sample of each argument", () => {
  const { query, variables } = trial(
    {
      name: "createUser",
      definition: {
        handler: "h",
        arguments: [
          { name: "user", type: "NewUser!" },
          { name: "tags", type: "[String!]" },
        ],
        output_type: "User",
      },
    },
    TYPES,
  );
  expect(query).toContain(
    "mutation try($user: NewUser!, $tags: [String!]) {\n  createUser(user: $user, tags: $tags) {",
  );
  expect(() => parse(query)).not.toThrow();
  expect(JSON.parse(variables)).toEqual({ user: { name: "", kind: "GOOD" }, tags: [] });
});

test("the answer to an asynchronous action is asked for by its id", () => {
  const action = { name: "later", definition: { kind: "asynchronous", handler: "h", output_type: "User" } };
  expect(ticket(action, { data: { later: "7f" } })).toBe("7f");
  expect(ticket(action, { errors: [] })).toBeNull();
  expect(ticket({ ...action, definition: { handler: "h" } }, { data: { later: "7f" } })).toBeNull();
  const query = inquiry(action, TYPES, "7f");
  expect(() => parse(query)).not.toThrow();
  expect(query).toContain('later(id: "7f")');
});

test("a scalar has no selection, and an asynchronous action answers an id", () => {
  const now = trial({ name: "now", definition: { type: "query", handler: "h", output_type: "String!" } }, {});
  expect(now.query).toBe("query try {\n  now\n}\n");
  const later = trial(
    { name: "later", definition: { kind: "asynchronous", handler: "h", output_type: "User" } },
    TYPES,
  );
  expect(later.query).toBe("mutation try {\n  later\n}\n");
});
