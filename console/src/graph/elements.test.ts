import { expect, test } from "vitest";
import { pictureOf } from "./elements.ts";
import { idOf, type GraphObject } from "./types.ts";

function table(name: string): GraphObject {
  return { kind: "table", name, source: "default", table: { schema: "public", name }, neighbours: 1 };
}

const USERS = table("users");
const POST = table("post");
const ACTION: GraphObject = { kind: "action", name: "createUser", neighbours: 1 };

test("what leads there and back is one line", () => {
  const { lines, objects } = pictureOf({
    resource_version: 1,
    total: 3,
    nodes: [USERS, POST, ACTION],
    total_edges: 3,
    edges: [
      { from: 1, to: 0, name: "author", kind: "object" },
      { from: 0, to: 1, name: "posts", kind: "array" },
      { from: 2, to: 0, name: "user", kind: "object", type: "UserOutput" },
    ],
  });
  expect([...objects.keys()]).toEqual([USERS, POST, ACTION].map(idOf));
  expect(lines.map(({ names, forth, back }) => ({ names, forth, back }))).toEqual([
    { names: ["post.author → users", "users.posts → post []"], forth: true, back: true },
    { names: ["UserOutput.user → users"], forth: true, back: false },
  ]);
  expect(lines[1]).toMatchObject({ from: idOf(ACTION), to: idOf(USERS) });
});
