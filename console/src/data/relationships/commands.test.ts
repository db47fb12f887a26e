import { expect, test } from "vitest";
import { deleteCommand, remoteCommand, renameCommands } from "./commands.ts";

const TABLE = { schema: "public", name: 'a"b' };

test("each kind has its own commands", () => {
  expect(deleteCommand("default", TABLE, "array", "posts")).toEqual({
    type: "pg_drop_relationship",
    args: { source: "default", table: TABLE, relationship: "posts", cascade: true },
  });
  expect(deleteCommand("default", TABLE, "remote", "profile").type).toBe("pg_delete_remote_relationship");
  const entry = { name: "p", partial: true, definition: {} };
  expect(remoteCommand("default", TABLE, entry, false)).toEqual({
    type: "pg_update_remote_relationship",
    args: { source: "default", table: TABLE, ...entry },
  });
  expect(remoteCommand("default", TABLE, entry, true).type).toBe("pg_create_remote_relationship");
});

test("a remote relationship takes its definition to its new name", () => {
  const definition = { to_action: { action: "a", arguments: {} } };
  expect(renameCommands("default", TABLE, "object", { name: "a", using: {} }, "b")).toEqual([
    { type: "pg_rename_relationship", args: { source: "default", table: TABLE, name: "a", new_name: "b" } },
  ]);
  expect(renameCommands("default", TABLE, "remote", { name: "a", definition }, "b")).toEqual([
    { type: "pg_delete_remote_relationship", args: { source: "default", table: TABLE, name: "a" } },
    { type: "pg_create_remote_relationship", args: { source: "default", table: TABLE, name: "b", definition } },
  ]);
});
