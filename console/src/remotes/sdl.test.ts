import { buildSchema, introspectionFromSchema } from "graphql";
import { expect, test } from "vitest";
import { matching, sdlOf } from "./sdl.ts";

const SDL = 'type Query {\n  user(id: ID!): User\n}\n\n"""somebody"""\ntype User {\n  name: String\n}\n\nscalar Date';

test("an introspection becomes a schema, of which parts are found", () => {
  const sdl = sdlOf({ data: introspectionFromSchema(buildSchema(SDL)) });
  expect(sdl).toBe(SDL);
  expect(matching(sdl, " somebody ")).toBe('"""somebody"""\ntype User {\n  name: String\n}');
  expect(matching(sdl, "")).toBe(sdl);
  expect(matching(sdl, "nowhere")).toBe("");
});
