import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { command, form, sql } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

/** Each would do harm, or look like something else, where text is taken for more than text. */
const NAMES = {
  markup: '<img src=x onerror="alert(1)">',
  quotes: `it's "q" \\ '; drop table users; --`,
  rightToLeft: "\u202eשולחן abc",
};
const LONG = `${NAMES.markup} ${"very long ".repeat(20)}`;

watchVisits();

inBrowser.each(Object.entries(NAMES))("CON-02: %s in names of tables, columns, comments and roles", async (_, name) => {
  const page = await visit("/console/data/~default/create-table");
  const quoted = name.replaceAll('"', '""');
  await page.getByLabel("Table name").fill(name);
  await page.getByLabel("Table comment").fill(LONG);
  await page.getByRole("button", { name: "Frequently used columns" }).click();
  await page.getByRole("menuitem", { name: "id: integer, counts up" }).click();
  await page.getByRole("button", { name: "Add a column" }).click();
  await page.getByLabel("Name of column 2").fill(name);
  await form.type(page, `Type of ${name}`, "text");
  await page.getByLabel(`Default of ${name}`, { exact: true }).fill(name);
  await page.getByLabel(`Comment of ${name}`, { exact: true }).fill(LONG);
  await page.getByRole("button", { name: "Create table" }).click();
  await form.told(page, `${name} is tracked`);

  // Browse: a row with the name as its value, filtered for.
  await page.getByRole("link", { name: "Browse rows" }).click();
  await page.getByRole("button", { name: "Insert a row" }).click();
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await page.getByRole("cell", { name, exact: true }).waitFor();
  await page.getByRole("button", { name: "Filter" }).click();
  await form.choose(page, "Column", name);
  await page.getByLabel("Value", { exact: true }).fill(name);
  await page.getByRole("button", { name: "Apply" }).click();
  await page.getByText("1 row", { exact: true }).waitFor();

  // Modify: the column's name in GraphQL, then another name in Postgres and back.
  await page.getByRole("link", { name: "Modify" }).click();
  await page.getByLabel(`GraphQL name of ${name}`, { exact: true }).fill("value");
  const names = page.getByRole("region", { name: "GraphQL names" });
  await names.getByRole("button", { name: "Save" }).click();
  await form.told(page, "The names were saved");
  const columns = page.getByRole("region", { name: "Columns", exact: true });
  await columns.getByRole("button", { name: `Edit ${name}`, exact: true }).click();
  await columns.getByLabel("Name", { exact: true }).fill(`${name}2`);
  await columns.getByRole("button", { name: "Save" }).click();
  await form.told(page, `${name}2 was saved`);
  await columns.getByText(`${name}2`).first().waitFor();

  // Permissions: a role with such a name, and two hundred letters more.
  const role = `${name} ${"x".repeat(200)}`;
  await page.getByRole("link", { name: "Permissions" }).click();
  await page.getByLabel("Another role").fill(role);
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByRole("button", { name: `${role}, select: nothing`, exact: true }).click();
  await page.getByLabel(`${name}2`, { exact: true }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: `${role}, select: some`, exact: true }).waitFor();
  const table = { source: "default", table: { schema: "public", name } };
  const seen = (await command(page, "dovetail_get_table", table)) as {
    comment: string;
    columns: { name: string; comment?: string; field?: string }[];
    metadata: { select_permissions: { role: string; permission: { columns: string[] } }[] };
  };
  expect(seen.comment).toBe(LONG);
  expect(seen.columns[1]).toMatchObject({ name: `${name}2`, comment: LONG, field: "value" });
  expect(seen.metadata.select_permissions[0]).toMatchObject({ role, permission: { columns: [`${name}2`] } });
  expect(await barriers(page)).toEqual([]);
  expect(await page.locator("img[src=x]").count()).toBe(0);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  await sql(page, `drop table "${quoted}"`);
});
