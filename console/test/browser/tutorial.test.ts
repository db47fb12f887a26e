import type { Page } from "playwright-core";
import { expect } from "vitest";
import { api } from "./api.ts";
import { Visitor } from "./browser.ts";
import { EMPTY, inBrowser, PROFILES, USERS } from "./engines.ts";
import { form } from "./form.ts";

const TABLE =
  "create table users (id uuid primary key default gen_random_uuid(), name text not null, auth0_id text not null)";
const WHOLE =
  'mutation { createUser(name: "Hodor") { id user { name auth0_id auth0_profile { email nickname last_login } } } }';
const AS_USER =
  'mutation { own: createUser(name: "Hodor") { user { name } } other: createUser(name: "Arya") { user { name } } }';

/** The README's "Five minutes", with nothing but what stands on the pages. */
inBrowser(
  "the whole tutorial of the README is done without a terminal",
  async () => {
    const visitor = await Visitor.at(EMPTY);
    const { page } = visitor;
    const go = (name: string) => page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name }).click();
    const save = () => page.getByRole("button", { name: "Save", exact: true }).click();
    try {
      await page.goto(`${EMPTY}/console/api`);

      // 1. A table.
      await go("Data");
      await page.getByRole("link", { name: "SQL", exact: true }).first().click();
      await page.getByLabel("SQL", { exact: true }).fill(TABLE);
      await page.getByRole("button", { name: "Run" }).click();
      await form.told(page, "What it made is tracked");

      // 2. An action, whose answer is joined to the table.
      await go("Actions");
      await page.getByRole("link", { name: "Create an action" }).first().click();
      await page.getByLabel("Action definition").fill("type Mutation {\n  createUser(name: String!): UserOutput\n}");
      await page.getByLabel("Types").fill("type UserOutput {\n  id: uuid!\n}");
      await page.getByLabel("Handler").fill(USERS);
      await page.getByRole("button", { name: "Create", exact: true }).click();
      await form.told(page, "The action createUser was created");
      await page.getByRole("button", { name: "Add a relationship" }).click();
      await form.choose(page, "Reference table", "users");
      await form.choose(page, "From", "id");
      await form.choose(page, "To", "id");
      await save();
      await form.told(page, "user was saved");

      // 3. A remote schema.
      await go("Remote schemas");
      await page.getByRole("link", { name: "Add a remote schema" }).first().click();
      await page.getByLabel("Name", { exact: true }).fill("auth0");
      await page.getByLabel("GraphQL server").fill(PROFILES);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await form.told(page, "auth0 was added");

      // 4. The join, from the table to the remote schema.
      await go("Data");
      await page.getByRole("link", { name: "users", exact: true }).first().click();
      await page.getByRole("link", { name: "Relationships" }).click();
      await joinToRemote(page);

      // 5. All of it at once.
      await go("API");
      await api.ready(page);
      await api.write(page, WHOLE);
      await api.run(page);
      await api.answered(page, '"email": "hodor@hodor.com"');
      await api.answered(page, '"last_login": "2016-05-22T01:35:48.863Z"');

      // 6. For somebody who is not the administrator.
      await go("Actions");
      await page.getByRole("link", { name: "createUser" }).first().click();
      await page.getByRole("link", { name: "Permissions" }).click();
      await page.getByLabel("Another role").fill("user");
      await page.getByRole("button", { name: "Permit" }).click();
      await form.told(page, "user may call createUser");
      await go("Data");
      await page.getByRole("link", { name: "users", exact: true }).first().click();
      await page.getByRole("link", { name: "Permissions" }).click();
      await page.getByRole("button", { name: "user, select: nothing" }).click();
      await page.getByRole("button", { name: "Condition" }).click();
      await form.choose(page, "Column", "name");
      await page.getByRole("textbox", { name: "Value" }).fill("X-Hasura-User-Name");
      await page.getByLabel("name", { exact: true }).check();
      await save();
      await form.told(page, "The permission of user to select was saved");
      await go("API");
      await api.ready(page);
      await api.asking(page, { "x-hasura-role": "user", "x-hasura-user-name": "Hodor" }, async () => {
        await api.addHeader(page, "x-hasura-user-name", "Hodor");
        await form.choose(page, "Ask as", "user");
      });
      await page.getByText("asking as user").waitFor();
      await api.write(page, AS_USER);
      await api.run(page);
      await api.answered(page, '"own": { "user": { "name": "Hodor" } }, "other": { "user": null }');
      expect(visitor.offences).toEqual([]);
    } finally {
      await visitor.leave();
    }
  },
  180_000,
);

async function joinToRemote(page: Page): Promise<void> {
  const relationship = page.getByRole("form", { name: "Add a relationship" });
  await page.getByRole("button", { name: "Add a remote relationship" }).click();
  await relationship.getByLabel("Relationship name").fill("auth0_profile");
  await relationship.getByText("Remote schema", { exact: true }).first().click();
  await form.choose(page, "Remote schema", "auth0");
  await form.choose(page, "Field", "auth0_profile");
  await form.choose(page, "auth0_id: String!", "From a field");
  await form.choose(page, "Field for auth0_id", "auth0_id");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "auth0_profile was saved");
}
