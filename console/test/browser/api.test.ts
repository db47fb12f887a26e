import { readFileSync } from "node:fs";
import { afterEach, expect } from "vitest";
import { api } from "./api.ts";
import { barriers } from "./axe.ts";
import { Visitor, type Look } from "./browser.ts";
import { inBrowser, OPEN } from "./engines.ts";

/** The query that the tutorial has its readers run here. */
const EXAMPLE = /```graphql\n(.*?)```/s.exec(readFileSync("../docs/tutorial.md", "utf8"))?.[1] ?? "";

/** Compressed, of all that comes until one can write: a tenth more than today. */
const FIRST_BYTES = 1_400_000;

let visitor: Visitor | null = null;

async function visit(path: string, look?: Look) {
  visitor = await Visitor.at(OPEN, look);
  await visitor.page.goto(OPEN + path);
  return visitor.page;
}

afterEach(async () => {
  const offences = visitor?.offences;
  await visitor?.leave();
  visitor = null;
  expect(offences ?? []).toEqual([]);
});

inBrowser("CON-01: the example runs in GraphiQL, from the action through the table to the remote schema", async () => {
  const page = await visit("/");
  await api.ready(page);
  expect(new URL(page.url()).pathname).toBe("/console/api");
  await api.write(page, EXAMPLE);
  await api.run(page);
  await api.answered(page, '"email": "hodor@hodor.com"');
  await api.answered(page, '"last_login": "2016-05-22T01:35:48.863Z"');
  await page.getByText(/^[\d.]+ m?s · \d+ bytes$/).waitFor();
});

inBrowser("CON-01: the explorer lists the fields, and a first query is ready to be run", async () => {
  const page = await visit("/console");
  await api.ready(page);
  for (const field of ["auth0_profile", "users_aggregate", "users_by_pk"]) {
    await api.explorer(page, field).waitFor();
  }
  await page.locator(".graphiql-query-editor").getByText("Start").waitFor();
  await api.run(page);
  await api.answered(page, '"users": [');
});

inBrowser("the page's own code stays small enough to come quickly", async () => {
  visitor = await Visitor.at(OPEN);
  const { page } = visitor;
  const sizes: Promise<number>[] = [];
  page.on("response", (response) => {
    if (["script", "stylesheet"].includes(response.request().resourceType())) {
      const known = response.request().sizes();
      // What comes when the page is about to go has none any more.
      sizes.push(known.then((size) => size.responseBodySize).catch(() => 0));
    }
  });
  await page.goto(`${OPEN}/console/api`);
  await page.locator(".graphiql-query-editor .view-line").first().waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeGreaterThan(0);
  expect(bytes).toBeLessThan(FIRST_BYTES);
});

inBrowser("tabs are put in another order by the mouse, and keep their queries", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  const tabs = page.locator(".graphiql-tab");
  const titles = () => tabs.allInnerTexts().then((texts) => texts.map((text) => text.trim()));
  await api.write(page, "query First { users { id } }");
  await tabs.getByText("First").waitFor();
  await page.getByRole("button", { name: "New tab" }).click();
  await api.write(page, "query Second { users { name } }");
  await tabs.getByText("Second").waitFor();
  expect(await titles()).toEqual(["First", "Second"]);

  const from = await tabs.nth(1).boundingBox();
  const to = await tabs.nth(0).boundingBox();
  if (from === null || to === null) {
    throw new Error("the tabs are not on the screen");
  }
  await page.mouse.move(from.x + 12, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(to.x + 6, to.y + to.height / 2, { steps: 4 });
  await page.mouse.up();
  expect(await titles()).toEqual(["Second", "First"]);

  await tabs.getByText("First").click();
  await page.locator(".graphiql-query-editor .view-lines").getByText("id").waitFor();
  await tabs.getByText("Second").click();
  await page.locator(".graphiql-query-editor .view-lines").getByText("name").waitFor();
});

inBrowser("the documentation and the history open", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await page.getByRole("button", { name: "Show Documentation Explorer" }).click();
  await page.getByText("query_root").first().waitFor();
  await page.getByRole("button", { name: "Show History" }).click();
  await page.locator(".graphiql-history").waitFor();
});

inBrowser("headers are sent, show whose rights apply, are kept, can be switched off and removed", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.explorer(page, "users_aggregate").waitFor();
  await api.addHeader(page, "x-hasura-role", "stranger");
  await page.getByText("asking as stranger").waitFor();
  await api.explorer(page, "users_aggregate").waitFor({ state: "detached" });
  await api.addHeader(page, "authorization", "Bearer abc");
  expect(await page.getByLabel("Value of authorization").getAttribute("type")).toBe("password");

  await page.reload();
  await api.ready(page);
  expect(await page.getByLabel("Value of x-hasura-role").inputValue()).toBe("stranger");
  expect(await page.getByLabel("Value of authorization").inputValue()).toBe("Bearer abc");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain("abc");

  await page.getByLabel("Send x-hasura-role").uncheck();
  await api.explorer(page, "users_aggregate").waitFor();
  await page.getByLabel("Remove x-hasura-role").click();
  expect(await page.getByLabel("Value of x-hasura-role").count()).toBe(0);
});

inBrowser("what is run carries the headers of that moment", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  const asked = page.waitForRequest((request) => new URL(request.url()).pathname.endsWith("/v1/graphql"));
  await api.addHeader(page, "x-hasura-role", "stranger");
  await api.run(page);
  expect((await (await asked).allHeaders())["x-hasura-role"]).toBe("stranger");
});

inBrowser("a header that cannot be sent says so and is left out", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await page.getByRole("combobox", { name: "Name of a new header" }).fill("two words");
  await page.getByText("Header names have letters, digits and dashes only").waitFor();
  await api.run(page);
  await api.answered(page, '"users": [');
});

inBrowser("light and dark: as the system, or as chosen", async () => {
  const page = await visit("/console/api", { colorScheme: "dark" });
  await api.ready(page);
  const scheme = () => page.evaluate(() => document.documentElement.dataset.mantineColorScheme);
  expect(await scheme()).toBe("dark");
  expect(await page.locator("body.graphiql-dark").count()).toBe(1);
  await page.getByRole("button", { name: /^Colours: as the system/ }).click();
  expect(await scheme()).toBe("light");
  await page.locator("body.graphiql-light").waitFor();
  await page.reload();
  expect(await scheme()).toBe("light");
});

inBrowser("an address that leads nowhere says so", async () => {
  const page = await visit("/console/no/such/page");
  await page.getByText("There is nothing here").waitFor();
  await page.getByRole("link", { name: "To the API" }).click();
  await api.ready(page);
});

inBrowser.each(["light", "dark"] as const)("everybody can use the API page, in %s", async (colorScheme) => {
  const page = await visit("/console/api", { colorScheme });
  await api.ready(page);
  await api.write(page, '{ users(limit: 2, where: {name: {_eq: "Arya"}}) { name } }');
  await api.run(page);
  await api.answered(page, '"users": [');
  expect(await barriers(page)).toEqual([]);
});

inBrowser("CON-01: the explorer is used by keyboard alone, and has no name for what has none", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "{ users { id } }");
  await page.getByLabel("Search fields").focus();
  expect(await page.getByLabel("Name of the query").inputValue()).toBe("");
  await api.explorer(page, "users").focus();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await page.getByLabel("Value of limit").fill("");
  await page.getByLabel("Value of limit").pressSequentially("$most");
  await page.getByLabel("Name of the query").fill("Some");
  await page.locator(".graphiql-query-editor").getByText("query Some($most: Int) {").waitFor();
  expect(await page.getByLabel("Name of the query").inputValue()).toBe("Some");
});

inBrowser("CON-01: the explorer changes nothing while the query cannot be read", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "{ users(limit: 3) { id } }");
  await page.getByLabel("Value of limit").waitFor();
  await api.write(page, "{ users(limit: 3) { id } ");
  await page.getByText("The query cannot be read. This was the last that could.").waitFor();
  expect(await api.explorer(page, "users").isDisabled()).toBe(true);
  expect(await page.getByLabel("Value of limit").isDisabled()).toBe(true);
  expect(await page.getByLabel("Name of the query").isDisabled()).toBe(true);
  expect(await page.getByRole("button", { name: "Add an operation" }).isDisabled()).toBe(true);
  await api.write(page, "{ users(limit: 4) { id } }");
  await api.explorer(page, "users").uncheck();
});
