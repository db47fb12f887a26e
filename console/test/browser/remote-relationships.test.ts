import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

inBrowser("CON-02: from a table to a remote schema, renamed, changed and deleted", async () => {
  const page = await visit("/console/data/~default/table/~public/~users/relationships");
  await page.getByRole("button", { name: "Add a remote relationship" }).click();
  await page.getByLabel("Relationship name").fill("profile");
  await page.getByText("Remote schema", { exact: true }).click();
  await form.choose(page, "Remote schema", "auth0");
  await form.choose(page, "Field", "auth0_profile");
  await form.choose(page, "auth0_id: String!", "From a field");
  await form.choose(page, "Field for auth0_id", "auth0_id");
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "profile was saved");

  await page.getByRole("button", { name: "Change profile" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByLabel("New name for profile").fill("account");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await form.told(page, "profile is called account now");
  const seen = (await command(page, "dovetail_get_table", { table: "users" })) as {
    metadata: { remote_relationships: { name: string; definition: unknown }[] };
  };
  expect(seen.metadata.remote_relationships.find((each) => each.name === "account")?.definition).toEqual({
    to_remote_schema: {
      remote_schema: "auth0",
      lhs_fields: ["auth0_id"],
      remote_field: { auth0_profile: { arguments: { auth0_id: "$auth0_id" } } },
    },
  });
  await page.getByRole("button", { name: "Change account" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  await page.getByRole("form", { name: "Edit account" }).getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Change account" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete, with permissions that use it" }).click();
  await form.told(page, "account was deleted");
});
