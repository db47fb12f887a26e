import type { Page } from "playwright-core";
import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

const USERS = "/console/data/~default/table/~public/~users/relationships";
const PARTIAL = "When the other side fails, go on without it";

async function entryOf(page: Page, name: string): Promise<unknown> {
  const { metadata } = (await command(page, "dovetail_get_table", { table: "users" })) as {
    metadata: { remote_relationships: { name: string }[] };
  };
  return metadata.remote_relationships.find((each) => each.name === name);
}

inBrowser("CON-02: from a table to a remote schema, renamed, changed and deleted", async () => {
  const page = await visit(USERS);
  await page.getByRole("button", { name: "Add a remote relationship" }).click();
  await page.getByLabel("Relationship name").fill("profile");
  await page.getByText("Remote schema", { exact: true }).click();
  await form.choose(page, "Remote schema", "auth0");
  await form.choose(page, "Field", "auth0_profile");
  await form.choose(page, "auth0_id: String!", "From a field");
  await form.choose(page, "Field for auth0_id", "auth0_id");
  await page.getByText("Advanced", { exact: true }).click();
  await page.getByLabel(PARTIAL).check();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "profile was saved");

  await page.getByRole("button", { name: "Change profile" }).click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByLabel("New name for profile").fill("account");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await form.told(page, "profile is called account now");
  const definition = {
    to_remote_schema: {
      remote_schema: "auth0",
      lhs_fields: ["auth0_id"],
      remote_field: { auth0_profile: { arguments: { auth0_id: "$auth0_id" } } },
    },
  };
  expect(await entryOf(page, "account")).toEqual({ name: "account", partial: true, definition });
  const edit = page.getByRole("form", { name: "Edit account" });
  await page.getByRole("button", { name: "Change account" }).click();
  await page.getByRole("menuitem", { name: "Edit" }).click();
  expect(await edit.getByLabel(PARTIAL).isChecked()).toBe(true);
  await edit.getByLabel(PARTIAL).uncheck();
  await edit.getByRole("button", { name: "Save" }).click();
  await form.told(page, "account was saved");
  expect(await entryOf(page, "account")).toEqual({ name: "account", definition });
  await page.getByRole("button", { name: "Change account" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete, with permissions that use it" }).click();
  await form.told(page, "account was deleted");
});

inBrowser(
  "ARL-01, CON-02: from a table to an action that takes a list, in batches or not, and nothing is lost",
  async () => {
    const page = await visit("/console/actions");
    const definition = {
      type: "query",
      handler: "http://127.0.0.1:1/",
      output_type: "Int",
      arguments: [{ name: "user", type: "uuid!" }],
    };
    await command(page, "create_action", { name: "points", definition });
    await page.goto(OPEN + USERS);
    await page.getByRole("button", { name: "Add a remote relationship" }).click();
    await page.getByLabel("Relationship name").fill("score");
    await page.getByText("Action", { exact: true }).click();
    await form.choose(page, "Action", "points");
    await form.choose(page, "user: uuid!", "From a field");
    await form.choose(page, "Field for user", "id");
    await page.getByText("Advanced", { exact: true }).click();
    await page.getByLabel("The handler takes a list of inputs and answers a list").check();
    await page.getByLabel(PARTIAL).check();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await form.told(page, "score was saved");
    const to_action = { action: "points", arguments: { user: "$id" }, batch: true };
    const whole = { name: "score", partial: true, definition: { to_action } };
    expect(await entryOf(page, "score")).toEqual(whole);

    // Changed in one thing, the others stay.
    await page.getByRole("button", { name: "Change score" }).click();
    await page.getByRole("menuitem", { name: "Edit" }).click();
    await page.getByLabel("The handler takes a list of inputs and answers a list").uncheck();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await form.told(page, "score was saved");
    const { batch: _, ...single } = to_action;
    await expect.poll(() => entryOf(page, "score")).toEqual({ ...whole, definition: { to_action: single } });
    await command(page, "pg_delete_remote_relationship", { source: "default", table: "users", name: "score" });
    await command(page, "drop_action", { name: "points" });
  },
);
