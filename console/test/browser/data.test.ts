import { expect } from "vitest";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

/** A table, a column, a comment and a role that would do harm where text is taken for more. */
const HOSTILE = '<img src=x onerror="alert(1)">';
const LONG = "\u202e".concat("long ", "l".repeat(50));

watchVisits();

inBrowser("CON-02: from SQL to tracked tables, their relationships, rows and permissions", async () => {
  const page = await visit("/console/data/sql");
  await page.getByLabel("SQL", { exact: true }).fill(
    `create table writer (id int primary key, name text);
     create table book (id serial primary key, writer_id int references writer (id), title text not null);
     insert into writer values (1, 'Ann'), (2, null)`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await form.told(page, "What it made is tracked");

  await page.getByRole("link", { name: "Track tables" }).click();
  await page.getByRole("link", { name: "Suggested relationships" }).click();
  await page.getByLabel("Name for book of writer").fill("books");
  await page.getByRole("button", { name: /^Add 2 relationships/ }).click();
  await form.told(page, "2 relationships added");

  await page.getByLabel("Search tables").fill("boo");
  await page.getByRole("link", { name: "book", exact: true }).click();
  await page.getByRole("button", { name: "Insert a row" }).click();
  await page.getByRole("textbox", { name: /^writer_id/ }).fill("1");
  await page.getByRole("textbox", { name: /^title/ }).fill("It's drop table");
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await form.told(page, "The row was inserted");
  await page.getByRole("cell", { name: "It's drop table" }).waitFor();
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  await page.getByRole("textbox", { name: /^title/ }).fill("Second");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("cell", { name: "Second" }).waitFor();

  // Along the foreign key, to the row it points to and no other.
  await page.getByRole("link", { name: "1", exact: true }).click();
  await page.getByRole("cell", { name: "Ann" }).waitFor();
  await page.getByText("1 row", { exact: true }).waitFor();
  await page.reload();
  await page.getByText("1 row", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Remove the condition" }).click();
  await page.getByText("2 rows").waitFor();

  await page.getByRole("link", { name: "Permissions" }).click();
  await page.getByLabel("Another role").fill("reader");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: "reader, select: nothing" }).click();
  await page.getByRole("button", { name: "Condition" }).click();
  await page.getByRole("textbox", { name: "Value" }).fill("X-Hasura-User-Id");
  await page.getByLabel("name", { exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to select was saved");
  await page.getByRole("button", { name: "reader, select: some" }).waitFor();
  const table = { source: "default", table: "writer" };
  const { metadata } = (await command(page, "dovetail_get_table", table)) as { metadata: Record<string, unknown> };
  expect(metadata.select_permissions).toEqual([
    { role: "reader", permission: { columns: ["name"], filter: { id: { _eq: "X-Hasura-User-Id" } } } },
  ]);

  await page.goto(`${OPEN}/console/data/sql`);
  await page.getByLabel("SQL", { exact: true }).fill("drop table book, writer");
  await page.getByLabel("Drop what depends on it from the metadata").check();
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/^Done, in/).waitFor();
});

inBrowser("names that would do harm are text and nothing else", async () => {
  const page = await visit("/console/data/sql");
  const quoted = HOSTILE.replaceAll('"', '""');
  await page.getByLabel("SQL", { exact: true }).fill(
    `create table "${quoted}" ("${LONG}" text primary key, "${quoted}" text default '${HOSTILE}');
     comment on table "${quoted}" is '${HOSTILE}';
     insert into "${quoted}" values ('${HOSTILE}')`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/^Done, in/).waitFor();
  const link = page.getByRole("link", { name: HOSTILE });
  await link.first().click();
  await page.getByRole("heading", { name: HOSTILE }).waitFor();
  await page.getByRole("cell", { name: HOSTILE }).first().waitFor();
  await page.getByRole("link", { name: "Modify" }).click();
  await page.getByRole("cell", { name: LONG }).first().waitFor();
  expect(await page.locator("img[src=x]").count()).toBe(0);
  await page.goto(`${OPEN}/console/data/sql`);
  await page.getByLabel("SQL", { exact: true }).fill(`drop table "${quoted}"`);
  await page.getByLabel("Drop what depends on it from the metadata").check();
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/^Done, in/).waitFor();
});

inBrowser("CON-04, CON-06: remote schemas and settings", async () => {
  const page = await visit("/console/remote-schemas");
  await page.getByRole("link", { name: "auth0", exact: true }).first().click();
  await page.getByText("auth0_profile").first().waitFor();
  await page.getByRole("link", { name: "Modify" }).click();
  await page.getByLabel("Comment").fill("profiles");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "auth0 was saved");
  await page.getByLabel("Comment").fill("");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("link", { name: "Settings" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export metadata" }).click();
  expect((await download).suggestedFilename()).toMatch(/^dovetail_metadata_[\d_]+\.json$/);
  await page.getByRole("button", { name: "Reload metadata" }).click();
  await form.told(page, "read anew");
  await page.getByRole("link", { name: "Inconsistencies" }).click();
  await page.getByText("Everything is served").waitFor();
});
