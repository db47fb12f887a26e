import { expect, test } from "vitest";
import { commandOf, named, nameOf, type Suggestion } from "./suggestions.ts";

const USERS = { schema: "public", name: "users" };
const POST = { schema: "public", name: "post" };
const TO_AUTHOR: Suggestion = {
  type: "object",
  from: { table: POST, columns: ["author_id"], constraint_name: "post_author_fkey" },
  to: { table: USERS, columns: ["id"] },
};
const BACK: Suggestion = {
  type: "array",
  from: { table: USERS, columns: ["id"] },
  to: { table: POST, columns: ["author_id"], constraint_name: "post_author_fkey" },
};

test("names come from the column, or from the table at the other end", () => {
  expect(nameOf(TO_AUTHOR)).toBe("author");
  expect(nameOf(BACK)).toBe("post");
  expect(nameOf({ ...TO_AUTHOR, from: { ...TO_AUTHOR.from, columns: ["id"] } })).toBe("users");
  expect(nameOf({ ...TO_AUTHOR, from: { ...TO_AUTHOR.from, columns: ["author"] } })).toBe("author_row");
});

test("no table gets a name twice, nor one it has", () => {
  const reviewer = { ...BACK, to: { ...BACK.to, columns: ["reviewer_id"] } };
  expect(named([BACK, reviewer], () => []).map(([, name]) => name)).toEqual(["post", "post_by_reviewer_id"]);
  expect(named([TO_AUTHOR], () => ["author"]).map(([, name]) => name)).toEqual(["author_by_author_id"]);
});

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
