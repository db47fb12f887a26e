import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

inBrowser("CON-02: a table is made, changed and dropped by forms alone", async () => {
  const page = await visit("/console/data");
  await page.getByRole("link", { name: "Create a table" }).click();
  await page.getByLabel("Table name").fill("product");
  await page.getByRole("button", { name: "Frequently used columns" }).click();
  await page.getByRole("menuitem", { name: "id: integer, counts up" }).click();
  await page.getByRole("button", { name: "Add a column" }).click();
  await page.getByLabel("Name of column 2").fill("label");
  await form.type(page, "Type of label", "text");
  await page.getByLabel("Default of label").fill("it's new");
  await page.getByRole("button", { name: "Frequently used columns" }).click();
  await page.getByRole("menuitem", { name: "updated_at" }).click();
  await page.getByRole("button", { name: "Add a check" }).click();
  await page.getByLabel("Condition of check 1").fill("label <> ''");
  await page.getByText(`"label" text not null default 'it''s new'`).waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Create table" }).click();
  await form.told(page, "product is tracked");

  // Its page: another column, then what is wrong in Postgres's own words, then right.
  await page.getByRole("heading", { name: "product", exact: true }).waitFor();
  await page.getByText("set_public_product_updated_at").first().waitFor();
  const columns = page.getByRole("region", { name: "Columns", exact: true });
  await columns.getByRole("button", { name: "Add a column" }).click();
  await columns.getByLabel("Name", { exact: true }).fill("price");
  await form.type(page, "Type", "number");
  await columns.getByRole("button", { name: "Add", exact: true }).click();
  await form.told(page, 'type "number" does not exist');
  await form.type(page, "Type", "numeric");
  await columns.getByLabel("Nullable").check();
  await columns.getByRole("button", { name: "Add", exact: true }).click();
  await form.told(page, "price was added");

  await columns.getByRole("button", { name: "Edit price" }).click();
  await columns.getByLabel("Name", { exact: true }).fill("cost");
  await columns.getByLabel("Default").fill("9.5");
  await columns.getByLabel("Comment").fill("in euro");
  await columns.getByText('rename column "price" to "cost"').waitFor();
  await columns.getByRole("button", { name: "Save" }).click();
  await form.told(page, "cost was saved");
  await columns.getByText("in euro").waitFor();

  const indexes = page.getByRole("region", { name: "Indexes" });
  await indexes.getByRole("button", { name: "Add an index" }).click();
  await page.getByLabel("Index name").fill("by_cost");
  await form.pick(page, "Columns", "cost");
  await indexes.getByRole("button", { name: "Add", exact: true }).click();
  await form.told(page, "The index was made");
  await indexes.getByText("by_cost").first().waitFor();

  const names = page.getByRole("region", { name: "GraphQL names" });
  await names.getByLabel("GraphQL name of cost").fill("price");
  await names.getByLabel("select", { exact: true }).fill("products");
  await names.getByRole("button", { name: "Save" }).click();
  await form.told(page, "The names were saved");
  const seen = (await command(page, "dovetail_get_table", { table: "product" })) as {
    columns: { name: string; field: string }[];
    graphql: { roots: { select: string } };
  };
  expect(seen.columns.find((column) => column.name === "cost")?.field).toBe("price");
  expect(seen.graphql.roots.select).toBe("products");
  expect(await barriers(page)).toEqual([]);

  await page.getByRole("button", { name: "Drop the table" }).click();
  await page.getByLabel('Type "product" to confirm').fill("product");
  await form.confirm(page, "Drop");
  await form.told(page, "The table product was dropped");
});

inBrowser("CON-02: what depends on something that goes is asked about", async () => {
  const page = await visit("/console/data/sql");
  await page.getByLabel("SQL", { exact: true }).fill(
    `create table shelf (id int primary key, name text);
     create table tome (id int primary key, shelf_id int references shelf (id));
     create view shelf_names as select name from shelf`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await form.told(page, "What it made is tracked");
  await command(page, "pg_create_object_relationship", {
    source: "default",
    table: "tome",
    name: "shelf",
    using: { foreign_key_constraint_on: "shelf_id" },
  });
  await page.goto(`${OPEN}/console/data/~default/table/~public/~shelf/modify`);
  const columns = page.getByRole("region", { name: "Columns", exact: true });
  await columns.getByRole("button", { name: "Drop the column name" }).click();
  await form.confirm(page, "Drop");
  await page
    .getByText(/view shelf_names depends on column name/)
    .first()
    .waitFor();
  await page.getByRole("dialog", { name: "Something depends on it" }).getByText("Cancel").click();
  await page.getByText("Other tables point here").locator("..").getByRole("link", { name: "tome" }).click();
  await page.getByRole("button", { name: "Drop the foreign key tome_shelf_id_fkey" }).click();
  await form.confirm(page, "Drop");
  await page.getByText("cannot drop due to the following dependent objects").first().waitFor();
  await form.confirm(page, "Drop it all");
  await form.told(page, "The foreign key tome_shelf_id_fkey was dropped");

  // A view has a definition, and goes by itself.
  await page.goto(`${OPEN}/console/data/~default/table/~public/~shelf_names/modify`);
  await page.getByText("FROM shelf").waitFor();
  await page.getByRole("button", { name: "Drop the view" }).click();
  await page.getByLabel('Type "shelf_names" to confirm').fill("shelf_names");
  await form.confirm(page, "Drop");
  await form.told(page, "The view shelf_names was dropped");
  await page.goto(`${OPEN}/console/data/sql`);
  await page.getByLabel("SQL", { exact: true }).fill("drop table tome, shelf");
  await page.getByLabel("Drop what depends on it from the metadata").check();
  await page.getByRole("button", { name: "Run" }).click();
  await page.getByText(/^Done, in/).waitFor();
});
