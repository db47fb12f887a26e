import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

/** Looking at every page takes a while where much else is going on. */
const AXE_MILLIS = 180_000;

watchVisits();

inBrowser("CON-03, ARL-01, ARL-13: an action from scratch: joined, permitted, tried and deleted", async () => {
  const page = await visit("/console/actions");
  const { action } = (await command(page, "dovetail_get_action", { name: "createUser" })) as {
    action: { definition: { handler: string } };
  };
  await page.getByRole("link", { name: "Create an action" }).first().click();
  await page.getByLabel("Action definition").fill("type Mutation {\n  addUser(name: String!): Adde\n}");
  await page.getByLabel("Types").fill("type Added {\n  id: uuid!\n}");
  await page.getByText("there is no type Adde.").waitFor();
  await page.getByLabel("Action definition").fill("type Mutation {\n  addUser(name: String!): Added\n}");
  await page.getByLabel("Handler").fill(action.definition.handler);
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await form.told(page, "The action addUser was created");

  // As the user's document has it: Actions → [action] → Relationships → Add a relationship.
  expect(new URL(page.url()).pathname).toBe("/console/actions/manage/~addUser/relationships");
  await page.getByRole("button", { name: "Add a relationship" }).click();
  await form.choose(page, "Relationship type", "Object Relationship");
  await form.choose(page, "Reference schema", "public");
  await form.choose(page, "Reference table", "users");
  await page.getByLabel("Relationship name").fill("user");
  await form.choose(page, "From", "id");
  await form.choose(page, "To", "id");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "user was saved");
  await page.getByText("Added.id → users.id").waitFor();

  await page.getByRole("link", { name: "Permissions" }).click();
  await page.getByLabel("Another role").fill("reader");
  await page.getByRole("button", { name: "Permit" }).click();
  await form.told(page, "reader may call addUser");
  await page.getByLabel("reader may call it").click();
  await form.told(page, "reader may no longer call addUser");

  await page.getByRole("link", { name: "Try it" }).click();
  await page.getByLabel("Request").fill("mutation ($name: String!) { addUser(name: $name) { id user { name } } }");
  await page.getByLabel("Variables").fill('{"name": "Arya"}');
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText('"addUser"').and(page.getByText('"name": "Arya"')).waitFor();

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await form.confirm(page, "Delete");
  await form.told(page, "The action addUser was deleted");
  await page.getByRole("link", { name: "Types", exact: true }).click();
  await page
    .getByRole("region", { name: "Added", exact: true })
    .getByRole("button", { name: "Delete" })
    .first()
    .click();
  await form.confirm(page, "Delete");
  await form.told(page, "The type Added was deleted");
});

inBrowser("CON-03: a changed action is saved, and what was not saved is not lost by accident", async () => {
  const page = await visit("/console/actions/manage/~createUser/modify");
  await page.getByLabel("Comment").fill("makes a user");
  await page.getByRole("link", { name: "Permissions" }).click();
  await page.getByText("Leave without saving?").waitFor();
  await page.getByRole("button", { name: "Stay" }).last().click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The action createUser was saved");
  await page.getByText("Saved", { exact: true }).waitFor();
  await page.getByLabel("Comment").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("Saved", { exact: true }).waitFor();
  const { action } = (await command(page, "dovetail_get_action", { name: "createUser" })) as { action: object };
  expect(action).not.toHaveProperty("comment");
});

inBrowser("two consoles at once: the second is told that somebody changed it", async () => {
  const page = await visit("/console/actions/manage/~createUser/modify");
  await page.getByLabel("Comment").fill("mine");
  const somebody = { action: "createUser", role: "somebody" };
  await command(page, "create_action_permission", somebody);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "Somebody else has changed the metadata");
  await page.getByRole("button", { name: "Reload" }).click();
  await form.confirm(page, "Reload", "Reload without saving?");
  await page.getByLabel("Comment").fill("mine again");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The action createUser was saved");
  await command(page, "drop_action_permission", somebody);
  await page.reload();
  await page.getByLabel("Comment").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The action createUser was saved");
});

inBrowser("what the engine refuses is told in its own words, with the path", async () => {
  const page = await visit("/console/actions/create");
  await page.getByLabel("Action definition").fill("type Query {\n  createUser: String\n}");
  await page.getByLabel("Types").fill("");
  await page.getByLabel("Handler").fill("http://127.0.0.1:1/");
  await page.getByRole("button", { name: "Create", exact: true }).click();
  await form.told(page, 'action with name "createUser" already exists');
  await form.told(page, "already-exists");
  await form.told(page, "$.args");
});

inBrowser("the palette leads from anywhere to anything", async () => {
  const page = await visit("/console/settings/about");
  await page.getByText("Metadata version").waitFor();
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "What to look for" }).fill("createus");
  await page.getByRole("option", { name: /createUser/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "createUser" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/console/actions/manage/~createUser/modify");
  await page.keyboard.press("ControlOrMeta+k");
  await page.getByRole("combobox", { name: "What to look for" }).fill("create table");
  await page.getByRole("option", { name: "Create a table", exact: false }).waitFor();
  await page.keyboard.press("Enter");
  await page.getByLabel("Table name").waitFor();
  expect(new URL(page.url()).pathname).toBe("/console/data/~default/create-table");
});

inBrowser.each(["light", "dark"] as const)(
  "everybody can use the pages, in %s",
  async (colorScheme) => {
    const page = await visit("/console/actions", { colorScheme });
    for (const path of PAGES) {
      await page.goto(OPEN + path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      expect(await barriers(page), path).toEqual([]);
    }
  },
  AXE_MILLIS,
);

const PAGES = [
  "/console/actions",
  "/console/actions/manage/~createUser/modify",
  "/console/actions/manage/~createUser/relationships",
  "/console/actions/manage/~createUser/permissions",
  "/console/actions/manage/~createUser/try",
  "/console/actions/manage/~createUser/transforms",
  "/console/actions/manage/~createUser/codegen",
  "/console/actions/create/derive",
  "/console/actions/create/openapi",
  "/console/actions/types",
  "/console/data",
  "/console/data/sql",
  "/console/data/~default/tracked",
  "/console/data/~default/create-table",
  "/console/data/~default/queries",
  "/console/data/~default/settings",
  "/console/data/~default/table/~public/~users/browse",
  "/console/data/~default/table/~public/~users/modify",
  "/console/remote-schemas/manage/~auth0/details",
  "/console/remote-schemas/manage/~auth0/modify",
  "/console/settings/metadata",
  "/console/settings/inconsistencies",
  "/console/settings/about",
];
