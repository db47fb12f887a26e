import { expect } from "vitest";
import { api } from "./api.ts";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

inBrowser("CON-01: a query is explained by its SQL and its plan, in whose name it is asked", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "query Q { users(limit: 3) { name } all: users_aggregate { aggregate { count } } __typename }");
  await page.getByRole("button", { name: "Explain" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("region", { name: "SQL of users" }).getByText(/LIMIT/).waitFor();
  await dialog
    .getByRole("list", { name: "Plan" })
    .getByText(/Aggregate/)
    .first()
    .waitFor();
  await dialog
    .getByText(/^cost [\d.]+ · \d+ rows?$/)
    .first()
    .waitFor();
  await dialog.getByRole("button", { name: "Copy" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("LIMIT");
  expect(await barriers(page, "[role=dialog]")).toEqual([]);
  await form.choose(page, "Field", "__typename");
  await dialog.getByText("No database is asked for __typename.").waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await api.write(page, "query Again { users { name } }");
  await page.getByRole("button", { name: "Explain" }).click();
  await dialog.getByRole("region", { name: "SQL of users" }).waitFor();
});

inBrowser("CON-01: what cannot be explained says so", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "mutation { delete_users(where: {}) { affected_rows } }");
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("dialog").getByText("only queries can be explained").waitFor();
});

inBrowser("CON-01: a request is taken away as code", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "{ users { name } }");
  await page.getByRole("button", { name: "Export as code" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("region", { name: "The request in curl" }).getByText("v1/graphql").waitFor();
  for (const language of ["TypeScript", "Java", "Python", "Go"]) {
    await dialog.getByText(language, { exact: true }).click();
    await dialog.getByRole("region", { name: `The request in ${language}` }).waitFor();
  }
  expect(await barriers(page, "[role=dialog]")).toEqual([]);
});

inBrowser("CON-01: an operation is handed over to become an action", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "mutation Add($name: String!) { createUser(name: $name) { id } }");
  await page.getByRole("button", { name: "Derive an action" }).click();
  // The page that one comes to leads on to the right tab.
  expect(await page.getByLabel("Operation", { exact: true }).inputValue()).toContain("mutation Add($name: String!)");
  expect(new URL(page.url()).pathname).toBe("/console/actions/create/derive");
});

inBrowser("what cannot be read is said before anything is asked", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.write(page, "{ users");
  await page.getByRole("button", { name: "Explain" }).click();
  await form.told(page, "The query cannot be read");
});

inBrowser("CON-01: roles are switched with one choice, and session variables added", async () => {
  const page = await visit("/console/api");
  await api.ready(page);
  await api.explorer(page, "users_aggregate").waitFor();
  const role = { source: "default", table: "users", role: "reader" };
  const permission = { columns: ["name"], filter: { name: { _eq: "X-Hasura-User-Id" } } };
  await command(page, "pg_create_select_permission", { ...role, permission });
  await page.reload();
  await api.ready(page);
  await form.choose(page, "Ask as", "reader");
  await page.getByText("asking as reader").waitFor();
  await api.explorer(page, "users_aggregate").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Session variable" }).click();
  await api.asking(page, { "x-hasura-role": "reader", "x-hasura-user-id": "Hodor" }, () =>
    page.getByLabel("Value of x-hasura-user-id").fill("Hodor"),
  );
  await api.write(page, "{ users { name } }");
  await page.getByRole("button", { name: "Explain" }).click();
  await page.getByRole("region", { name: "SQL of users" }).getByText("'Hodor'").waitFor();
  await page.keyboard.press("Escape");
  await form.choose(page, "Ask as", "admin");
  await page.getByText("asking as admin").waitFor();
  await command(page, "pg_drop_select_permission", role);
});
