import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form, sql } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

inBrowser("CON-02: functions are tracked, named, given to roles, and made computed fields", async () => {
  const page = await visit("/console/data");
  await sql(
    page,
    `create table pupil (id int primary key, name text);
     create function pupils_like(word text) returns setof pupil language sql stable
       as 'select * from pupil where name ilike word';
     create function shouted(p pupil) returns text language sql stable as 'select upper(p.name)'`,
  );
  await command(page, "pg_track_table", { source: "default", table: "pupil" });
  await page.goto(`${OPEN}/console/data/~default/functions`);
  await page.getByText("Not tracked", { exact: true }).click();
  await page.getByText("pupils_like(word text) returns setof pupil").waitFor();
  await page.getByRole("button", { name: "Track pupils_like", exact: true }).click();
  await form.told(page, "pupils_like is tracked");
  await page.getByText("Tracked", { exact: true }).click();
  const section = page.getByRole("region", { name: "pupils_like" });
  await section.getByLabel("Custom name").fill("findPupils");
  await section.getByLabel("Roles that may call it").fill("teacher");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await section.getByRole("button", { name: "Save" }).click();
  await form.told(page, "pupils_like was saved");
  expect(await barriers(page)).toEqual([]);
  const listed = (await command(page, "dovetail_list_functions", { tracked: true, search: "pupils" })) as {
    functions: { metadata: unknown }[];
  };
  expect(listed.functions[0]?.metadata).toEqual({
    function: { schema: "public", name: "pupils_like" },
    configuration: { custom_name: "findPupils" },
    permissions: [{ role: "teacher" }],
  });

  await page.goto(`${OPEN}/console/data/~default/table/~public/~pupil/modify`);
  await page.getByRole("button", { name: "Add a computed field" }).click();
  await page.getByLabel("Field name").fill("loud");
  await form.choose(page, "Function", "shouted");
  await page.getByRole("form", { name: "Computed field" }).getByRole("button", { name: "Save" }).click();
  await form.told(page, "loud was saved");
  await page.getByRole("button", { name: "Edit loud" }).click();
  await page.getByLabel("Field name").fill("louder");
  await page.getByRole("form", { name: "Computed field" }).getByRole("button", { name: "Save" }).click();
  await form.told(page, "louder was saved");
  const seen = (await command(page, "dovetail_get_table", { table: "pupil" })) as {
    graphql: { computed_fields: string[] };
  };
  expect(seen.graphql.computed_fields).toEqual(["louder"]);
  await page.getByRole("button", { name: "Drop louder" }).click();
  await form.confirm(page, "Drop louder");
  await form.told(page, "louder was dropped");
  await sql(page, "drop function pupils_like, shouted; drop table pupil");
});

inBrowser("CON-02: a native query with its logical model and who may see its rows", async () => {
  const page = await visit("/console/data/~default/queries");
  await page.getByRole("button", { name: "Add a logical model" }).click();
  await page.getByLabel("Model name").fill("counted");
  await page.getByLabel("Name of field 1").fill("n");
  await form.type(page, "Type of n", "integer");
  await page.getByRole("form", { name: "Logical model" }).getByRole("button", { name: "Save" }).click();
  await form.told(page, "counted was saved");
  await page.getByRole("button", { name: "Add a permission" }).click();
  await form.type(page, "Role", "reader");
  await page.getByRole("form", { name: "Permission" }).getByRole("button", { name: "Save" }).click();
  await form.told(page, "reader may see it");

  await page.getByRole("button", { name: "Add a native query" }).click();
  await page.getByLabel("Root field").fill("count_to");
  await form.choose(page, "Logical model of its rows", "counted");
  await page.getByLabel("SELECT").fill("select n from generate_series(1, {{most}}) n");
  await form.type(page, "Type of most", "integer");
  await page.getByRole("form", { name: "Native query" }).getByRole("button", { name: "Save" }).click();
  await form.told(page, "count_to was saved");
  expect(await barriers(page)).toEqual([]);
  const answer = await page.evaluate(async () => {
    const body = JSON.stringify({ query: "{ count_to(args: {most: 3}) { n } }" });
    const headers = { "x-hasura-role": "reader", "content-type": "application/json" };
    const response = await fetch(new URL("../v1/graphql", document.baseURI), { method: "POST", headers, body });
    return (await response.json()) as unknown;
  });
  expect(answer).toEqual({ data: { count_to: [{ n: 1 }, { n: 2 }, { n: 3 }] } });
  await page.getByRole("button", { name: "Remove count_to" }).click();
  await form.confirm(page, "Remove count_to");
  await form.told(page, "count_to was removed");
  await page.getByRole("button", { name: "Remove counted" }).click();
  await form.confirm(page, "Remove counted");
  await form.told(page, "counted was removed");
});

inBrowser("CON-02: schemas are made, renamed and dropped, and a database's settings changed", async () => {
  const page = await visit("/console/data/~default/schemas");
  await page.getByRole("button", { name: "Create a schema" }).click();
  await page.getByLabel("Schema name").fill('it"s');
  await page.getByText('create schema "it""s";').waitFor();
  await page.getByRole("button", { name: "Create schema", exact: true }).click();
  await form.told(page, 'it"s was created');
  await page.getByRole("button", { name: 'Rename it"s' }).click();
  await page.getByLabel('New name for it"s').fill("store");
  await page.getByRole("button", { name: "Rename", exact: true }).click();
  await form.told(page, "store now");
  await sql(
    page,
    "create table store.thing (id int primary key); create view store.things as select * from store.thing",
  );
  await page.reload();
  await page.getByRole("link", { name: "view store.things" }).waitFor();
  await page.getByRole("button", { name: "Drop the schema store" }).click();
  await page.getByLabel('Type "store" to confirm').fill("store");
  await form.confirm(page, "Drop");
  await page.getByText('drop schema "store" cascade;').waitFor();
  await form.confirm(page, "Drop it all");
  await form.told(page, "The schema store was dropped");

  await page.getByRole("link", { name: "Settings" }).last().click();
  const before = await command(page, "dovetail_get_source", {});
  await page.getByLabel("Connections at most").fill("7");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "default was saved");
  const after = (await command(page, "dovetail_get_source", {})) as {
    metadata: { configuration: { connection_info: { pool_settings: { max_connections: number } } } };
  };
  expect(after.metadata.configuration.connection_info.pool_settings.max_connections).toBe(7);
  expect(await barriers(page)).toEqual([]);
  const { metadata } = before as { metadata: { configuration: unknown } };
  await command(page, "pg_update_source", { name: "default", configuration: metadata.configuration });
});
