import { expect, test } from "vitest";
import { commandOf, type Suggestion } from "./suggestions.ts";

const USERS = { schema: "public", name: "users" };
const POST = { schema: "public", name: "post" };
const TO_AUTHOR: Suggestion = {
  type: "object",
  from: { table: POST, columns: ["author_id"], constraint_name: "post_author_fkey" },
  to: { table: USERS, columns: ["id"] },
  name: "author",
};
const BACK: Suggestion = {
  type: "array",
  from: { table: USERS, columns: ["id"] },
  to: { table: POST, columns: ["author_id"], constraint_name: "post_author_fkey" },
  name: "post",
};

test("the commands are the reference's", () => {
  expect(commandOf("default", TO_AUTHOR, "author")).toEqual({
    type: "pg_create_object_relationship",
    args: { source: "default", table: POST, name: "author", using: { foreign_key_constraint_on: "author_id" } },
  });
  expect(commandOf("default", BACK, "posts")).toEqual({
    type: "pg_create_array_relationship",
    args: {
      source: "default",
      table: USERS,
      name: "posts",
      using: { foreign_key_constraint_on: { table: POST, column: "author_id" } },
    },
  });
});
