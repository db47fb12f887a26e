import { expect, test } from "vitest";
import { commands, draftOf, incomplete, NEW_ACTION } from "./draft.ts";
import { readSignature, readTypes } from "./sdl.ts";
import type { Action, CustomTypes } from "./types.ts";

const ACTION: Action = {
  name: "createUser",
  comment: "makes one",
  definition: {
    type: "mutation",
    kind: "asynchronous",
    handler: "http://users/new",
    arguments: [{ name: "name", type: "String!" }],
    output_type: "UserOutput",
    headers: [{ name: "x", value_from_env: "X" }],
    timeout: 5,
    request_transform: { version: 2 },
  },
};
const TYPES: CustomTypes = {
  objects: [
    {
      name: "UserOutput",
      fields: [{ name: "id", type: "uuid!" }],
      relationships: [{ name: "user", type: "object", remote_table: "users", field_mapping: { id: "id" } }],
    },
  ],
};

function read(signature: string, types: string) {
  const one = readSignature(signature);
  const other = readTypes(types);
  if (!one.ok || !other.ok) {
    throw new Error("unreadable");
  }
  return { signature: one.value, types: other.value };
}

test("saving what was not changed changes nothing: relationships, transforms and all", () => {
  const draft = draftOf(ACTION, TYPES);
  const { signature, types } = read(draft.signature, draft.types);
  expect(commands(draft, signature, types, TYPES, ACTION)).toEqual([
    { type: "dovetail_change_custom_types", args: { put: TYPES } },
    {
      type: "update_action",
      args: {
        name: "createUser",
        comment: "makes one",
        definition: { ...ACTION.definition, forward_client_headers: false },
      },
    },
  ]);
});

test("a header and a timeout that were taken away are gone", () => {
  const draft = { ...draftOf(ACTION, TYPES), headers: [], timeout: "" };
  const { signature, types } = read(draft.signature, draft.types);
  const [, save] = commands(draft, signature, types, TYPES, ACTION);
  const { definition } = save?.args as Action;
  expect(definition).not.toHaveProperty("headers");
  expect(definition).not.toHaveProperty("timeout");
});

test("a query has no kind, and an action without types of its own changes none", () => {
  const draft = { ...NEW_ACTION, signature: "type Query { now: timestamptz }", types: "", handler: " http://h " };
  const { signature, types } = read(draft.signature, draft.types);
  expect(commands(draft, signature, types, {}, null)).toEqual([
    {
      type: "create_action",
      args: {
        name: "now",
        definition: {
          type: "query",
          handler: "http://h",
          arguments: [],
          output_type: "timestamptz",
          forward_client_headers: false,
        },
      },
    },
  ]);
});

test("a description in the definition is the comment, unless there is one", () => {
  const draft = { ...NEW_ACTION, signature: 'type Query { "what time it is" now: String }', types: "", handler: "h" };
  const { signature, types } = read(draft.signature, draft.types);
  expect(commands(draft, signature, types, {}, null)[0]?.args).toMatchObject({ comment: "what time it is" });
  const told = { ...draft, comment: "the time" };
  expect(commands(told, signature, types, {}, null)[0]?.args).toMatchObject({ comment: "the time" });
});

test.each([
  [{ handler: "h", headers: [{ name: "", value: "x" }] }, /header/],
  [{ handler: " " }, /handler/],
  [{ handler: "h", timeout: "soon" }, /timeout/],
  [{ handler: "h", timeout: "0" }, /timeout/],
])("%j is incomplete", (part, message) => {
  expect(incomplete({ ...NEW_ACTION, ...part })).toMatch(message);
});

test("the sample is fine once it has a handler", () => {
  expect(incomplete({ ...NEW_ACTION, handler: "{{URL}}/x" })).toBeNull();
});
