import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

const AUTH0 = "/console/remote-schemas/manage/~auth0";

interface View {
  remote_schema: { permissions?: unknown; definition: Record<string, unknown>; remote_relationships?: unknown };
}

inBrowser("CON-04: a type of a remote schema is joined to a table, changed, and parted again", async () => {
  const page = await visit(`${AUTH0}/relationships`);
  await page.getByRole("button", { name: "Add a relationship" }).click();
  await form.choose(page, "Type it starts at", "Profile");
  await page.getByLabel("Relationship name").fill("users");
  await form.choose(page, "Relationship type", "Array Relationship");
  await form.choose(page, "Reference table", "users");
  await form.choose(page, "From", "nickname");
  await form.choose(page, "To", "name");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel("When the other side fails, go on without it").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "Profile.users was saved");
  await page.getByText("rows of public.users by nickname → name").waitFor();
  await page.getByRole("button", { name: "Edit Profile.users" }).click();
  await form.choose(page, "Relationship type", "Object Relationship");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("one row of public.users by nickname → name").waitFor();
  const joined = (await command(page, "dovetail_get_remote_schema", { name: "auth0" })) as View;
  expect(joined.remote_schema.remote_relationships).toMatchObject([
    { type_name: "Profile", relationships: [{ name: "users", partial: true }] },
  ]);
  expect(await barriers(page)).toEqual([]);
  await page
    .getByRole("row", { name: /Profile.users/ })
    .getByRole("button", { name: "Remove" })
    .click();
  await form.confirm(page, "Remove");
  await form.told(page, "Profile.users was removed");
});

inBrowser("CON-04: a remote schema is called otherwise, and as before", async () => {
  const page = await visit(`${AUTH0}/modify`);
  await page.getByLabel("Before the names of types").fill("Some");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "auth0 was saved");
  const { remote_schema } = (await command(page, "dovetail_get_remote_schema", { name: "auth0" })) as View;
  expect(remote_schema.definition.customization).toEqual({ type_names: { prefix: "Some" } });
  await page.getByLabel("Before the names of types").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByText("auth0 was saved").nth(1).waitFor();
  const after = (await command(page, "dovetail_get_remote_schema", { name: "auth0" })) as View;
  expect(after.remote_schema.definition).not.toHaveProperty("customization");
});
