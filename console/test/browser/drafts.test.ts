import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser, OPEN } from "./engines.ts";
import { command, form, sql } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

const KEPT = "/console/data/~default/table/~public/~kept";
const READER = { source: "default", table: "kept", role: "reader" };

async function call(type: string, args: unknown): Promise<unknown> {
  const path = type === "run_sql" ? "v2/query" : "v1/metadata";
  const answer = await fetch(`${OPEN}/${path}`, { method: "POST", body: JSON.stringify({ type, args }) });
  return answer.json();
}

beforeAll(async () => {
  const text = `create table kept (id bigint primary key, name text, owner text, price numeric);
    insert into kept select i, 'row ' || i from generate_series(1, 51) i;
    create function kept_like(word text) returns setof kept language sql stable as 'select * from kept';
    create function kept_by(word text) returns setof kept language sql stable as 'select * from kept';
    create function kept_loud(k kept) returns text language sql stable as 'select upper(k.name)'`;
  await call("run_sql", { source: "default", sql: text });
  await call("pg_track_table", { source: "default", table: "kept" });
  for (const name of ["kept_like", "kept_by"]) {
    await call("pg_track_function", { source: "default", function: name });
  }
  const definition = { function: "kept_loud" };
  await call("pg_add_computed_field", { source: "default", table: "kept", name: "loud", definition });
  const filter = { _and: [{ id: { _gt: 1 } }, { owner: { _eq: "me" } }] };
  await call("pg_create_select_permission", { ...READER, permission: { columns: "*", filter } });
});

afterAll(async () => {
  for (const name of ["kept_like", "kept_by"]) {
    await call("pg_untrack_function", { source: "default", function: name });
  }
  await call("pg_untrack_table", { source: "default", table: "kept", cascade: true });
  await call("run_sql", { source: "default", sql: "drop function kept_like, kept_by, kept_loud; drop table kept" });
});

const question = (page: Page) => page.getByRole("dialog", { name: "Leave without saving?" });

async function permission(page: Page): Promise<unknown> {
  const view = (await command(page, "dovetail_get_table", { table: "kept" })) as {
    metadata: { select_permissions: { permission: unknown }[] };
  };
  return view.metadata.select_permissions[0]?.permission;
}

/** Changes the metadata, but nothing that these pages show. */
async function elsewhere(page: Page): Promise<void> {
  await command(page, "create_query_collection", { name: "of_others", definition: { queries: [] } });
  await command(page, "drop_query_collection", { collection: "of_others", cascade: false });
}

inBrowser("CON-02: a form does not give way to another of its page without a question", async () => {
  const page = await visit(`${KEPT}/permissions`);
  await page.getByLabel("reader, select: some").click();
  await page.getByLabel("At most so many rows").fill("7");
  await page.getByLabel("reader, insert: nothing").click();
  await question(page).waitFor();
  expect(await barriers(page)).toEqual([]);
  await question(page).getByRole("button", { name: "Stay" }).last().click();
  expect(await page.getByLabel("At most so many rows").inputValue()).toBe("7");
  await page.getByLabel("reader, insert: nothing").click();
  await question(page).getByRole("button", { name: "Leave" }).click();
  await page.getByText("What must hold of a row that reader inserts").waitFor();
  await page.reload();
  await page.getByText("What must hold of a row that reader inserts").waitFor();
});

inBrowser("CON-02: nor does it when the browser goes back or on, or a link leads to the page without it", async () => {
  const page = await visit(`${KEPT}/permissions`);
  const limit = page.getByLabel("At most so many rows");
  await page.getByLabel("reader, insert: nothing").click();
  await page.getByLabel("reader, select: some").click();
  await limit.fill("7");
  for (const away of [() => page.goBack(), () => page.getByRole("link", { name: "Permissions" }).click()]) {
    await away();
    await question(page).getByRole("button", { name: "Stay" }).last().click();
    await question(page).waitFor({ state: "detached" });
    expect(await limit.inputValue()).toBe("7");
  }
  await page.goBack();
  await question(page).getByRole("button", { name: "Leave" }).click();
  await page.getByText("What must hold of a row that reader inserts").waitFor();
  await page.goForward();
  await limit.waitFor();
  expect(await limit.inputValue()).toBe("");
});

inBrowser("CON-02: a permission is deleted, and a draft given up for that of others, after a question", async () => {
  const page = await visit(`${KEPT}/permissions?role=reader&kind=delete`);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to delete was saved");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await form.confirm(page, "Cancel", "Delete the permission of reader to delete?");
  await page.getByLabel("reader, delete: everything").waitFor();

  await page.getByLabel("Only through a backend, which knows the admin secret").check();
  await elsewhere(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "Somebody else has changed the metadata");
  await page.getByRole("button", { name: "Reload" }).click();
  await form.confirm(page, "Stay", "Reload without saving?");
  expect(await page.getByLabel("Only through a backend, which knows the admin secret").isChecked()).toBe(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to delete was saved");

  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await form.confirm(page, "Delete", "Delete the permission of reader to delete?");
  await form.told(page, "reader may no longer delete");
  await page.getByLabel("reader, delete: nothing").waitFor();
});

inBrowser("CON-02: rows are changed, also where a rule does it that answers nothing", async () => {
  const text = `create table kept_ruled (id int primary key, name text);
    create table kept_log (name text);
    insert into kept_ruled values (1, 'before');
    create rule change as on update to kept_ruled do instead insert into kept_log values (new.name);
    create rule forget as on delete to kept_ruled do instead insert into kept_log values ('gone')`;
  const page = await visit(`${KEPT}/browse`);
  await sql(page, text);
  await page.goto(`${OPEN}/console/data/~default/table/~public/~kept_ruled/browse`);
  await page.getByRole("button", { name: "Edit" }).click();
  await page.getByLabel("name text").fill("after");
  await page.getByRole("button", { name: "Save" }).click();
  await form.told(page, "The row was saved");
  await page.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete" }).click();
  await form.told(page, "The row was deleted");
  const answer = await call("run_sql", { source: "default", sql: "select name from kept_log" });
  expect(answer).toMatchObject({ result: [["name"], ["after"], ["gone"]] });
  await sql(page, "drop table kept_ruled, kept_log");
});

inBrowser("CON-02: tables that are ticked while all others are loaded stay ticked", async () => {
  const page = await visit("/console/data/~default/untracked");
  await sql(page, `do $$ begin for i in 1..101 loop execute format('create table many_%s ()', i); end loop; end $$;
    create table lonely ()`);
  await page.reload();
  await page.getByLabel("Search untracked tables").fill("many_");
  await page.getByText("101 tables").waitFor();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/v1/metadata", async (route) => {
    const body = route.request().postData() ?? "";
    if (body.includes("many_")) {
      await held;
    }
    await route.continue();
  });
  await page.getByRole("button", { name: "Choose all 101" }).click();
  await page.getByLabel("Search untracked tables").fill("lonely");
  await page.getByLabel("lonely", { exact: true }).check();
  release();
  await page.getByRole("button", { name: "Track 102", exact: true }).waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await sql(page, `do $$ begin for i in 1..101 loop execute format('drop table many_%s', i); end loop; end $$;
    drop table lonely`);
});

inBrowser("CON-02: of several forms of a page each is guarded", async () => {
  const page = await visit(`${KEPT}/modify`);
  await page.getByLabel("Custom table name").fill("keepsake");
  await page.getByRole("button", { name: "Add a computed field" }).click();
  await page.getByLabel("Field name").fill("half");
  await page.getByLabel("Field name").fill("");
  await page.getByRole("link", { name: "Browse rows" }).click();
  await question(page).getByRole("button", { name: "Leave" }).click();
  await page.waitForURL(/browse$/);
});

inBrowser("two consoles at once: what is changed elsewhere takes nothing from what one is typing", async () => {
  const page = await visit(`${KEPT}/permissions`);
  await page.getByLabel("reader, select: some").click();
  await page.getByLabel("loud", { exact: true }).check();
  await elsewhere(page);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "Somebody else has changed the metadata");
  expect(await page.getByLabel("loud", { exact: true }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to select was saved");
  expect(await permission(page)).toMatchObject({ columns: "*", computed_fields: ["loud"] });

  // What is before her eyes is another now: her change is refused until she has seen it.
  await page.getByLabel("At most so many rows").fill("5");
  await command(page, "pg_drop_select_permission", READER);
  const others = { columns: ["id"], filter: { id: { _lt: 9 } } };
  await command(page, "pg_create_select_permission", { ...READER, permission: others });
  for (const _ of ["at first", "and again"]) {
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await form.told(page, "Nothing was saved.");
    await page.getByRole("button", { name: "Dismiss" }).first().click();
  }
  expect(await permission(page)).toEqual(others);
});

inBrowser("CON-02: saving one part of a page leaves what was typed in the others", async () => {
  const page = await visit("/console/data/~default/functions");
  const one = page.getByRole("region", { name: "kept_by", exact: true });
  const other = page.getByRole("region", { name: "kept_like", exact: true });
  await one.getByLabel("Custom name").fill("ofWhom");
  await other.getByLabel("Custom name").fill("likeWhat");
  await one.getByRole("button", { name: "Save" }).click();
  await form.told(page, "kept_by was saved");
  expect(await other.getByLabel("Custom name").inputValue()).toBe("likeWhat");
  await other.getByRole("button", { name: "Save" }).click();
  await form.told(page, "kept_like was saved");
  await one.getByLabel("Custom name").fill("");
  await one.getByRole("button", { name: "Save" }).click();
  await one.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
  await other.getByLabel("Custom name").fill("");
  await other.getByRole("button", { name: "Save" }).click();
  await other.getByRole("button", { name: "Save" }).waitFor({ state: "detached" });
});

inBrowser("CON-02: in the place of a condition that was removed stands the next, with its own value", async () => {
  const page = await visit(`${KEPT}/permissions`);
  await command(page, "pg_drop_select_permission", READER);
  const filter = { _and: [{ id: { _eq: 1 } }, { owner: { _eq: "me" } }] };
  await command(page, "pg_create_select_permission", { ...READER, permission: { columns: "*", filter } });
  await page.reload();
  await page.getByLabel("reader, select: some").click();
  await page.getByRole("button", { name: "Remove this part" }).first().click();
  await page.getByRole("button", { name: "Remove this part" }).nth(1).waitFor({ state: "detached" });
  expect(await page.getByLabel("Value", { exact: true }).inputValue()).toBe("me");
  await form.choose(page, "Column", "id");
  await page.getByLabel("Value", { exact: true }).fill("9007199254740993");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to select was saved");
  expect(await permission(page)).toEqual({ columns: "*", filter: { id: { _eq: "9007199254740993" } } });
});

inBrowser("CON-02: what must hold of a changed row is put together by hand, too", async () => {
  const page = await visit(`${KEPT}/permissions?role=reader&kind=update`);
  await page.getByLabel("Something must hold of a row once it is changed").check();
  await page.getByRole("button", { name: "Condition" }).last().click();
  await form.choose(page, "Column", "owner");
  await page.getByLabel("Value", { exact: true }).fill("X-Hasura-User-Id");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await form.told(page, "The permission of reader to update was saved");
  const view = (await command(page, "dovetail_get_table", { table: "kept" })) as {
    metadata: { update_permissions: { permission: unknown }[] };
  };
  expect(view.metadata.update_permissions[0]?.permission).toMatchObject({
    filter: {},
    check: { owner: { _eq: "X-Hasura-User-Id" } },
  });
});

inBrowser(
  "CON-06: numbers that JavaScript would round stay as they are in an export, and in what is saved",
  async () => {
    const page = await visit(`${KEPT}/permissions`);
    await call("pg_drop_select_permission", READER);
    const filter = '{"id":{"_eq":9007199254740993},"price":{"_lt":1e400}}';
    const body = {
      type: "pg_create_select_permission",
      args: { ...READER, permission: { columns: ["id"], filter: 0 } },
    };
    const written = JSON.stringify(body).replace('"filter":0', `"filter":${filter}`);
    await fetch(`${OPEN}/v1/metadata`, { method: "POST", body: written });
    await page.reload();
    await page.getByLabel("reader, select: some").click();
    await page.getByLabel("At most so many rows").fill("3");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await form.told(page, "The permission of reader to select was saved");
    await page.goto(`${OPEN}/console/settings/metadata`);
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Export metadata" }).click();
    const file = await (await waiting).path();
    const exported = readFileSync(file, "utf8");
    expect(exported).toContain('"_eq": 9007199254740993');
    expect(exported).toMatch(/"_lt": (1e400|1E\+400|10{400})\b/);
  },
);

inBrowser("CON-02: rows beyond the last page lead back, and a row that is gone is not said to be saved", async () => {
  const page = await visit(`${KEPT}/browse?page=9`);
  await page.getByText("There are no rows so far down").waitFor();
  await page.getByRole("button", { name: "To the first page" }).click();
  await page.getByRole("button", { name: "Edit" }).first().click();
  await sql(page, "delete from kept where id = 1");
  await page.getByLabel("name text").fill("too late");
  await page.getByRole("button", { name: "Save" }).click();
  await form.told(page, "There is no such row any more");
});

inBrowser.each([
  "/data/~default/nowhere",
  `${KEPT.replace("/console", "")}/nowhere`,
  "/actions/nowhere",
  "/actions/create/nowhere",
  "/actions/manage/~createUser/nowhere",
  "/remote-schemas/nowhere",
  "/settings/nowhere",
])("an address that leads nowhere says so: %s", async (path) => {
  const page = await visit(`/console${path}`);
  await page.getByText("There is nothing here").waitFor();
});
