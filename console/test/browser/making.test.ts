import { expect } from "vitest";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

const PETS = `openapi: 3.0.0
servers: [{url: "http://pets.example"}]
paths:
  /pets/{id}:
    get:
      operationId: pet
      parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
      responses: {"200": {content: {application/json: {schema: {type: string}}}}}
  /pets:
    get:
      operationId: pets
      responses: {"200": {content: {application/json: {schema: {type: array, items: {type: string}}}}}}
`;

const PARTIAL = "When the other side fails, go on without it";

watchVisits();

inBrowser("ACT-27, ACT-28, CON-03: an action derived from an operation, and its handler's code", async () => {
  const operation = "query findUser($id: uuid!) { users_by_pk(id: $id) { id name } }";
  const page = await visit(`/console/actions/create?derive=${encodeURIComponent(operation)}`);
  expect(await page.getByLabel("Operation").inputValue()).toBe(operation);
  await page.getByLabel("Operation").fill("query { nothing }");
  await page.getByRole("button", { name: "Derive" }).click();
  await page.getByText("field 'nothing' not found in type: 'query_root'").waitFor();
  await page.getByLabel("Operation").fill(operation);
  await page.getByRole("button", { name: "Derive" }).click();
  await page.getByLabel("Handler").fill("http://127.0.0.1:1/find");
  expect(await page.getByLabel("Types").first().inputValue()).toContain("type FindUserOutput");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await form.told(page, "The action findUser was created");

  await page.getByRole("region", { name: "findUser.js" }).getByText("users_by_pk(id: $id)").waitFor();
  await form.choose(page, "Framework", "java-jdk (Java)");
  await page.getByRole("region", { name: "FindUserAction.java" }).getByText("record FindUserOutput").waitFor();
  await page.getByRole("button", { name: "Copy FindUserAction.java" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("Engine.ask(OPERATION, call)");

  const { custom_types } = (await command(page, "dovetail_get_action", { name: "findUser" })) as {
    custom_types: { objects: { relationships: object[] }[] };
  };
  expect(custom_types.objects[0]?.relationships).toHaveLength(1);
  await command(page, "drop_action", { name: "findUser" });
  await command(page, "dovetail_change_custom_types", { drop: ["FindUserOutput"] });
});

inBrowser("ACT-29, CON-03: some operations of a service that describes itself", async () => {
  const page = await visit("/console/actions/create/openapi");
  await page.getByLabel("Description of the service").fill("nothing: 1");
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("this is neither OpenAPI 3 nor Swagger 2").waitFor();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "pets.yaml", mimeType: "application/yaml", buffer: Buffer.from(PETS) });
  await page.getByRole("button", { name: "Preview" }).click();
  await page.getByText("GET /pets/{id}").waitFor();
  await page.getByRole("checkbox", { name: "pets", exact: true }).click();
  await page.getByRole("button", { name: "Import 1" }).click();
  await form.told(page, "1 action was imported");
  await page.getByRole("link", { name: "pet", exact: true }).first().waitFor();
  expect(await page.getByRole("link", { name: "pets", exact: true }).count()).toBe(0);
  await command(page, "drop_action", { name: "pet" });
});

inBrowser("ACT-19, ACT-22, ACT-26, CON-03: transforms with what they would do", async () => {
  const page = await visit("/console/actions/manage/~createUser/modify");
  const before = (await command(page, "dovetail_get_action", { name: "createUser" })) as {
    action: { name: string; definition: object };
  };
  await page.getByRole("link", { name: "Transforms" }).click();
  await form.choose(page, "Method", "PUT");
  await page.getByLabel("Address").fill("{{$base_url}}/{{$body.input.name}}");
  await page.getByText("JSON template").first().click();
  await page.getByLabel("Template of the request's body").fill('{"called": {{$body.input.name}}');
  await page.getByText("request transform validation failed").waitFor();
  await page.getByLabel("Template of the request's body").fill('{"called": {{$body.input.name}}}');
  await page
    .getByLabel("Sample of a request")
    .fill('{"action": {"name": "createUser"}, "input": {"name": "Arya"}, "session_variables": {}}');
  const sent = page.getByLabel("What would be sent");
  await sent.getByText(/^PUT .*\/Arya/).waitFor();
  await sent.getByText('"called": "Arya"').waitFor();
  await page.getByText("JSON template").last().click();
  await page.getByLabel("Template of the answer's body").fill('{"id": {{$body.key}}, "status": {{$response.status}}}');
  await page.getByLabel("Sample of an answer").fill('{"key": 7}');
  await page.getByLabel("What the answer would become").getByText('"id": 7').waitFor();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The action createUser was saved");
  const after = (await command(page, "dovetail_get_action", { name: "createUser" })) as {
    action: { definition: { request_transform: object } };
  };
  expect(after.action.definition.request_transform).toMatchObject({
    version: 2,
    method: "PUT",
    body: { action: "transform", template: '{"called": {{$body.input.name}}}' },
  });
  await command(page, "update_action", { name: "createUser", definition: before.action.definition });
});

inBrowser("ARL-01, CON-03: relationships of an answer to a remote schema and to an action", async () => {
  const page = await visit("/console/actions");
  const handler = "http://127.0.0.1:1/";
  await command(page, "dovetail_change_custom_types", {
    put: {
      objects: [
        {
          name: "Found",
          fields: [
            { name: "id", type: "uuid!" },
            { name: "key", type: "String!" },
          ],
        },
      ],
    },
  });
  await command(page, "create_action", { name: "found", definition: { type: "query", handler, output_type: "Found" } });
  const user = [{ name: "user", type: "uuid!" }];
  await command(page, "create_action", {
    name: "score",
    definition: { type: "query", handler, output_type: "Int", arguments: user },
  });
  const relationships = async () => {
    const { custom_types } = (await command(page, "dovetail_get_action", { name: "found" })) as {
      custom_types: { objects: { relationships: object[] }[] };
    };
    return custom_types.objects[0]?.relationships;
  };
  await page.goto(`${OPEN}/console/actions/manage/~found/relationships`);
  await page.getByRole("button", { name: "Add a relationship" }).first().click();
  await page.getByText("To an action").click();
  await form.choose(page, "Action", "score");
  await page.getByLabel("Relationship name").fill("points");
  await form.choose(page, "From", "id");
  await form.choose(page, "To", "user");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel("The handler takes a list of inputs and answers a list").check();
  await page.getByLabel(PARTIAL).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "points was saved");
  await page.getByText("Found.id → score(user)").waitFor();

  await page.getByRole("button", { name: "Edit points" }).click();
  await page.getByLabel("Relationship name").fill("rating");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Found.id → score(user)").waitFor();
  await form.told(page, "rating was saved");
  const to_action = { action: "score", arguments: { user: "$id" }, batch: true };
  expect(await relationships()).toEqual([{ name: "rating", definition: { to_action }, partial: true }]);

  await page.getByRole("button", { name: "Add a relationship" }).first().click();
  await page.getByText("To a remote schema").click();
  await form.choose(page, "Remote schema", "auth0");
  await form.choose(page, "Field", "auth0_profile");
  await page.getByLabel("Relationship name").fill("profile");
  await form.choose(page, "From", "key");
  await form.choose(page, "To", "auth0_id");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "profile was saved");
  await page.getByText("Found.key → auth0.auth0_profile(auth0_id)").waitFor();

  // To a table: what a form does not say it does not take away.
  await page.getByRole("button", { name: "Add a relationship" }).first().click();
  await form.choose(page, "Reference table", "users");
  await form.choose(page, "From", "id");
  await form.choose(page, "To", "id");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel(PARTIAL).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "user was saved");
  await page.getByRole("button", { name: "Edit user" }).click();
  await page.getByLabel("Relationship name").fill("owner");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "owner was saved");
  expect(await relationships()).toContainEqual(expect.objectContaining({ name: "owner", partial: true }));
  await page.getByRole("button", { name: "Delete owner" }).click();
  await form.confirm(page, "Delete");
  await form.told(page, "owner was deleted");

  await page.getByRole("button", { name: "Delete profile" }).click();
  await form.confirm(page, "Delete");
  await form.told(page, "profile was deleted");
  await page.getByRole("button", { name: "Delete rating" }).click();
  await form.confirm(page, "Delete");
  await form.told(page, "rating was deleted");
  await command(page, "drop_action", { name: "score" });
  await command(page, "drop_action", { name: "found" });
  await command(page, "dovetail_change_custom_types", { drop: ["Found"] });
});

inBrowser("ACT-15, CON-03: what became of the calls of an asynchronous action", async () => {
  const page = await visit("/console/actions");
  await command(page, "create_action", {
    name: "later",
    definition: { type: "mutation", kind: "asynchronous", handler: "http://127.0.0.1:1/", output_type: "String" },
  });
  await page.evaluate(async () => {
    await fetch(new URL("../v1/graphql", document.baseURI), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query: "mutation { later }" }),
    });
  });
  await page.goto(`${OPEN}/console/actions/manage/~later/calls`);
  await page.getByText("1 to 1 of 1").waitFor();
  await page.getByLabel("Show inputs and outputs").click();
  await page.getByText('"input": {}').waitFor();
  await form.choose(page, "Status", "completed");
  await page.getByText("No such calls").waitFor();
  await command(page, "drop_action", { name: "later" });
});
