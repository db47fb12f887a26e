import type { Page } from "playwright-core";
import { beforeAll, expect } from "vitest";
import { api } from "./api.ts";
import { CHROMIUM, Visitor } from "./browser.ts";
import { HUGE, inBrowser } from "./engines.ts";
import { visit, watchVisits } from "./visit.ts";

/** Four times what an idle machine must keep, so that a busy one does, too. */
const FIRST_SCREEN_MILLIS = 6000;

/** More than fit on a screen, and far less than there are. */
const FEW = 120;

watchVisits();

/** The browser's own start, and the engine's first request, are not what is measured. */
beforeAll(async () => {
  if (CHROMIUM !== null) {
    const visitor = await Visitor.at(HUGE);
    await visitor.page.goto(`${HUGE}/console/data`);
    await visitor.leave();
  }
});

/** Goes there, and tells how long it took until one could work. */
async function arrive(path: string, ready: string, name = path): Promise<Page> {
  const begin = performance.now();
  const page = await visit(path, {}, HUGE);
  await page.locator(ready).first().waitFor();
  const millis = Math.round(performance.now() - begin);
  console.log(`${name}: ${millis} ms`);
  expect(millis, name).toBeLessThan(FIRST_SCREEN_MILLIS);
  return page;
}

inBrowser("CON-02: all tables of a thousand are chosen at once", async () => {
  const page = await visit("/console/data/~default/tracked", {}, HUGE);
  await page.getByRole("button", { name: "Choose all 1100" }).click();
  await page.getByRole("button", { name: "Untrack 1100" }).waitFor();
  await page.getByLabel("Search tracked tables").fill("table_000");
  await page.getByText("table_0009", { exact: true }).last().waitFor();
  expect(await page.getByLabel("All on this page").isChecked()).toBe(true);
});

inBrowser("a thousand tables: the list is searched by the engine, and only what is in sight exists", async () => {
  const page = await arrive("/console/data/~default/tracked", ".area-main tbody tr");
  await page.getByText("1100 tables").first().waitFor();
  expect(await page.locator(".area-main tbody tr").count()).toBeLessThanOrEqual(100);
  expect(await page.locator(".side-list a").count()).toBeLessThan(FEW);
  await page.getByLabel("Search tables").fill("table 0777");
  await page.getByText("1 table", { exact: true }).waitFor();
  await page.getByRole("link", { name: "table_0777", exact: true }).click();
  await page.getByRole("heading", { name: "table_0777" }).waitFor();
  for (const tab of ["Browse rows", "Modify", "Relationships", "Permissions"]) {
    await page.getByRole("link", { name: tab }).click();
    await page.waitForLoadState("networkidle");
  }
});

inBrowser("a thousand tables: all of them can be scrolled to", async () => {
  const page = await arrive("/console/data/~default/tracked", ".side-list a");
  await page.waitForFunction(() => {
    const frame = document.querySelector(".side-list");
    frame?.scrollTo(0, frame.scrollHeight);
    return frame?.querySelector("a[title=table_1099]");
  });
  expect(await page.locator(".side-list a").count()).toBeLessThan(FEW);
});

inBrowser("REL-07: two thousand suggestions come a page at a time, and are searched by the engine", async () => {
  const page = await arrive("/console/data/~default/suggestions", ".area-main tbody tr");
  await page.getByRole("button", { name: "Add 2198 relationships" }).waitFor();
  expect(await page.locator(".area-main tbody tr").count()).toBe(50);
  await page.getByLabel("Search suggestions").fill("table_0500");
  await page.getByRole("button", { name: "Add 4 relationships" }).waitFor();
  await page.getByLabel("Add before of table_0500").uncheck();
  await page.getByRole("button", { name: "Add 3 relationships" }).click();
  await page.getByRole("region", { name: "Messages" }).getByText("3 relationships added").waitFor();
  await page.getByLabel("Add before of table_0500").waitFor();
  await page.getByLabel("Search suggestions").fill("");
  await page.getByRole("button", { name: "Add 2195 relationships" }).waitFor();
});

inBrowser("a thousand tables: one can write and run a query before the schema is there", async () => {
  const page = await arrive("/console/data", ".area-main h1");
  let schema = () => {};
  const held = new Promise<void>((done) => (schema = done));
  await page.context().route("**/v1/graphql/schema/lines", async (route) => {
    await held;
    await route.continue();
  });
  const begin = performance.now();
  await page.goto(`${HUGE}/console/api`);
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  console.log(`/console/api: ${Math.round(performance.now() - begin)} ms`);
  await api.write(page, "query Q { table_0000(limit: 1, order_by: {id: asc}) { name } }");
  await api.run(page);
  await api.answered(page, '"name": "row 1"');
  schema();
  await api.ready(page);
  console.log(`/console/api with the schema: ${Math.round(performance.now() - begin)} ms`);
  await api.explorer(page, "table_0000").waitFor();
  expect(await api.explorer(page, "table_0000").isChecked()).toBe(true);
  expect(await page.locator(".explorer-row").count()).toBeLessThan(FEW);
  await page.getByLabel("Search fields").fill("1099 aggregate");
  await api.explorer(page, "table_1099_aggregate").check();
  await page.locator(".graphiql-query-editor").getByText("table_1099_aggregate").waitFor();
});

inBrowser.each([
  ["/console/graph", ".react-flow__node, .empty"],
  ["/console/actions", "main h1"],
  ["/console/remote-schemas", "main h1"],
  ["/console/settings", "main h1, main h2"],
  ["/console/settings/roles", "main h1, main h2"],
  ["/console/settings/inconsistencies", "main h1, main h2"],
])("a thousand tables: %s", async (path, ready) => {
  const page = await arrive(path, ready);
  await page.waitForLoadState("networkidle");
});
