import { expect, test } from "vitest";
import { argumentsOf, draftOf, incomplete, NEW_REMOTE } from "./draft.ts";
import type { RemoteSchema } from "./types.ts";

const SCHEMA: RemoteSchema = {
  name: "auth0",
  comment: "profiles",
  definition: {
    url_from_env: "PROFILES_URL",
    headers: [{ name: "a", value: "b" }],
    forward_client_headers: true,
    timeout_seconds: 9,
    customization: {
      root_fields_namespace: "auth",
      type_names: { prefix: "Auth", mapping: { Profile: "Person" } },
      field_names: [{ parent_type: "Profile", suffix: "_", mapping: { id: "key" } }],
    },
  },
};

test("saving what was not changed changes nothing, customization and all", () => {
  const { definition, name, comment } = SCHEMA;
  expect(argumentsOf(draftOf(SCHEMA), definition)).toEqual({ name, definition, comment });
});

test("without other names there is no customization", () => {
  const draft = { ...draftOf(SCHEMA), customization: NEW_REMOTE.customization };
  expect(argumentsOf(draft, SCHEMA.definition).definition).not.toHaveProperty("customization");
});

test("what is taken away is gone", () => {
  const draft = {
    ...draftOf(SCHEMA),
    from: "url" as const,
    address: "http://h",
    headers: [],
    timeout: "",
    comment: "",
  };
  expect(argumentsOf({ ...draft, forwardClientHeaders: false }, SCHEMA.definition)).toEqual({
    name: "auth0",
    definition: { url: "http://h", customization: SCHEMA.definition.customization },
  });
});

test.each([
  [{}, /name/],
  [{ name: "n" }, /address/],
  [{ name: "n", from: "env" as const }, /variable/],
  [{ name: "n", address: "h", timeout: "-1" }, /timeout/],
  [{ name: "n", address: "h", customization: { ...NEW_REMOTE.customization, prefix: "a b" } }, /letters/],
  [{ name: "n", address: "h", customization: { ...NEW_REMOTE.customization, types: [{ from: "A", to: "" }] } }, /half/],
])("%j is incomplete", (part, message) => {
  expect(incomplete({ ...NEW_REMOTE, ...part })).toMatch(message);
});
