import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form, sql } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

inBrowser("CON-02: rows are followed both ways, chosen, exported, and shown as one likes", async () => {
  const page = await visit("/console/data");
  await sql(
    page,
    `create table artist (id int primary key, name text);
     create table album (artist_id int references artist (id), number int, title text, primary key (artist_id, number));
     insert into artist values (1, 'Ann'), (2, 'Bob, "B"');
     insert into album select 1 + n % 2, n, case when n > 1 then 'T' || n end from generate_series(1, 6) n`,
  );
  await page.goto(`${OPEN}/console/data/~default/table/~public/~artist/browse`);
  await page.getByRole("row", { name: /Ann/ }).getByRole("button", { name: "Rows that point here" }).click();
  await page.getByRole("menuitem", { name: "album by artist_id" }).click();
  await page.getByText("3 rows", { exact: true }).waitFor();
  await page.getByRole("link", { name: "1", exact: true }).first().click();
  await page.getByRole("cell", { name: "Ann" }).waitFor();

  await page.goto(`${OPEN}/console/data/~default/table/~public/~album/browse`);
  await page.getByLabel("Choose row 1").check();
  await page.getByLabel("Choose row 2").check();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Delete 2" }).click();
  await form.confirm(page, "Delete 2");
  await form.told(page, "2 rows were deleted");
  await page.getByText("4 rows", { exact: true }).waitFor();

  // The columns: another order, one less, wider by the keyboard; still so after a reload.
  await page.getByRole("button", { name: "Columns", exact: true }).click();
  await page.getByRole("button", { name: "Move title to the left" }).click();
  await page.getByLabel("artist_id", { exact: true }).uncheck();
  await page.keyboard.press("Escape");
  await page.getByRole("separator", { name: "Width of title" }).focus();
  await page.keyboard.press("ArrowRight");
  await page.reload();
  await page.getByRole("columnheader", { name: "title" }).waitFor();
  const heads = page.getByRole("columnheader").filter({ hasText: /\w/ });
  expect(await heads.allInnerTexts()).toEqual(["title", "number"]);

  const csv = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export rows" }).click();
  await page.getByRole("menuitem", { name: "All, as CSV" }).click();
  expect((await csv).suggestedFilename()).toBe("album.csv");
  const [head, first] = (await readFile(await (await csv).path(), "utf8")).split("\r\n");
  expect(head).toBe("artist_id,number,title");
  expect(first).toMatch(/^1,\d,T\d$/);
  const json = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export rows" }).click();
  await page.getByRole("menuitem", { name: "All, as JSON" }).click();
  const rows = JSON.parse(await readFile(await (await json).path(), "utf8")) as { number: number }[];
  expect(rows).toHaveLength(4);
  expect(typeof rows[0]?.number).toBe("number");
  await sql(page, "drop table album, artist");
});

inBrowser("CON-02: the values of a column are chosen where it has few, and SQL's functions are tracked", async () => {
  const page = await visit("/console/data/sql");
  await page.getByLabel("SQL", { exact: true }).fill(
    `create type mood as enum ('sad', 'fine');
     create table colour (value text primary key, comment text);
     insert into colour values ('red', ''), ('blue', '');
     create table thing (id int primary key, mood mood not null, colour text references colour, sold bool);
     create function things_of(c text) returns setof thing language sql stable as 'select * from thing';
     create function things_told() returns trigger language plpgsql as 'begin return null; end'`,
  );
  await page.getByRole("button", { name: "Run" }).click();
  await form.told(page, "things_of is tracked");
  await command(page, "pg_set_table_is_enum", { source: "default", table: "colour", is_enum: true });

  await page.goto(`${OPEN}/console/data/~default/table/~public/~thing/browse`);
  await page.getByRole("button", { name: "Insert a row" }).click();
  await page.getByRole("textbox", { name: /^id/ }).fill("1");
  await form.choose(page, "mood mood", "fine");
  await form.choose(page, "sold bool", "true");
  await page.locator("input:visible").and(page.getByLabel("colour text", { exact: true })).fill("bl");
  await page.getByRole("option", { name: "red" }).waitFor({ state: "detached" });
  await page.getByRole("option", { name: "blue", exact: true }).click();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Insert", exact: true }).click();
  await form.told(page, "The row was inserted");
  await page.getByRole("button", { name: "Edit", exact: true }).click();
  const mood = page.locator("input:visible").and(page.getByLabel("mood mood", { exact: true }));
  expect(await mood.inputValue()).toBe("fine");
  await form.choose(page, "sold bool", "false");
  await page.getByLabel("What colour gets").getByText("Null").click();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The row was saved");
  await page.getByRole("row", { name: /fine.*null.*false/i }).waitFor();
  await sql(page, "drop function things_of, things_told; drop table thing, colour; drop type mood");
});

inBrowser("CON-02: a million rows are browsed without counting them", async () => {
  const page = await visit("/console/data");
  await sql(
    page,
    `create table many as select n as id, 'row ' || n as name from generate_series(1, 1000000) n;
     alter table many add primary key (id); analyze many`,
  );
  const begin = performance.now();
  await page.goto(`${OPEN}/console/data/~default/table/~public/~many/browse`);
  await page.getByText(/^about 1,000,000 rows/).waitFor();
  expect(performance.now() - begin).toBeLessThan(10_000);
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "20000" }).click();
  await page.getByRole("cell", { name: "row 1000000" }).waitFor();
  await page.getByRole("button", { name: "count them" }).click();
  await page.getByText("1,000,000 rows", { exact: true }).waitFor();
  await sql(page, "drop table many");
});
