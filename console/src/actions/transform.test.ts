import { expect, test } from "vitest";
import { drafted, requestOf, responseOf, saved, trialOf, variablesIn } from "./transform.ts";
import type { ActionDefinition } from "./types.ts";

const PLAIN: ActionDefinition = { handler: "http://x", type: "mutation" };

test("ACT-19: what is not rewritten has no transform", () => {
  const draft = drafted(PLAIN);
  expect(requestOf(draft)).toBeUndefined();
  expect(responseOf(draft)).toBeUndefined();
  expect(saved({ name: "a", definition: PLAIN, comment: "c" }, draft).args).toEqual({
    name: "a",
    definition: PLAIN,
    comment: "c",
  });
});

test.each([
  [{ version: 2, template_engine: "Kriti", method: "GET", url: "{{$base_url}}/x" }],
  [{ version: 2, template_engine: "Kriti", query_params: { a: "{{$body.input.a}}" }, body: { action: "remove" } }],
  [{ version: 2, template_engine: "Kriti", query_params: { a: null, b: "" } }],
  [{ version: 2, template_engine: "Kriti", query_params: "a=1&b" }],
  [{ version: 2, template_engine: "Kriti", body: { action: "x_www_form_urlencoded", form_template: { a: "1" } } }],
  [
    {
      version: 2,
      template_engine: "Kriti",
      body: { action: "transform", template: "{{$body}}" },
      request_headers: { add_headers: { a: "b" }, remove_headers: ["c", "d"] },
    },
  ],
])("ACT-19, ACT-20, ACT-21: %j comes back as it was", (request_transform) => {
  expect(requestOf(drafted({ ...PLAIN, request_transform }))).toEqual(request_transform);
});

test("ACT-19: version 1 becomes version 2", () => {
  const old = { version: 1, body: "{{$body}}", content_type: "text/plain" };
  expect(requestOf(drafted({ ...PLAIN, request_transform: old }))).toEqual({
    version: 2,
    template_engine: "Kriti",
    body: { action: "transform", template: "{{$body}}" },
    request_headers: { add_headers: { "Content-Type": "text/plain" }, remove_headers: [] },
  });
});

test.each([[{ action: "remove" }], [{ action: "transform", template: "{{$body.x}}" }]])(
  "ACT-22: the answer's body %j comes back as it was",
  (body) => {
    const response_transform = { version: 2, template_engine: "Kriti", body };
    expect(responseOf(drafted({ ...PLAIN, response_transform }))).toEqual(response_transform);
  },
);

test("ACT-26: a trial tells the engine what to imagine", () => {
  const samples = {
    body: { input: {} },
    session: [{ name: "x-hasura-role", value: "user" }],
    environment: [{ name: "HANDLER", value: "http://h" }],
    status: 404,
    answer: null,
  };
  expect(trialOf("{{HANDLER}}/x", drafted(PLAIN), samples)).toEqual({
    webhook_url: "{{HANDLER}}/x",
    body: { input: {} },
    request_headers: [["content-type", "application/json"]],
    env: { HANDLER: "http://h" },
    session_variables: { "x-hasura-role": "user" },
    request_transform: { version: 2, template_engine: "Kriti", method: "POST" },
    response: { status: 404, body: null },
  });
  expect(variablesIn("{{A}}/{{ B }}/{{A}}{{$body}}")).toEqual(["A", "B"]);
});
