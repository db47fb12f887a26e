import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

const PICTURE = { name: "Picture of the graph" };

inBrowser("CON-01: the graph shows what leads from one object to another, and leads to their pages", async () => {
  const page = await visit("/console/graph");
  const picture = page.getByRole("region", PICTURE);
  await picture.getByRole("link", { name: "createUser" }).waitFor();
  await picture.getByRole("link", { name: "auth0" }).waitFor();
  expect(await picture.locator(".react-flow__edge").count()).toBeGreaterThanOrEqual(2);

  // By keyboard: to what is around one of them, and the address says so.
  await picture.getByRole("button", { name: "What is around createUser" }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Around createUser" }).waitFor();
  await picture.getByRole("link", { name: "auth0" }).waitFor({ state: "detached" });
  await page.getByText("2 steps").click();
  await picture.getByRole("link", { name: "auth0" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Around createUser" }).waitFor();
  await picture.getByRole("link", { name: "auth0" }).waitFor();
  await page.getByRole("button", { name: "Show all" }).click();
  await page.getByRole("heading", { name: "Graph", exact: true }).waitFor();

  await page.getByLabel("Search the graph").fill("users");
  await picture.getByRole("link", { name: "createUser" }).waitFor({ state: "detached" });
  await picture.getByRole("link", { name: "users", exact: true }).click();
  await page.getByRole("heading", { name: "users" }).waitFor();
  expect(new URL(page.url()).pathname).toBe("/console/data/~default/table/~public/~users/relationships");
});

inBrowser("what is shown is a list, too", async () => {
  const page = await visit("/console/graph");
  const list = page.getByRole("list", { name: "What is shown" });
  await list.getByRole("button", { name: /^auth0/ }).click();
  await page.getByRole("heading", { name: "Around auth0" }).waitFor();
  await page.getByLabel("Search the graph").fill("nowhere");
  await page.getByText("1 objects").waitFor();
});

inBrowser.each(["light", "dark"] as const)("everybody can use the graph, in %s", async (colorScheme) => {
  const page = await visit("/console/graph", { colorScheme });
  await page.getByRole("region", PICTURE).getByRole("link", { name: "createUser" }).waitFor();
  expect(await barriers(page)).toEqual([]);
});
