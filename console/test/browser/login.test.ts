import { expect } from "vitest";
import { api } from "./api.ts";
import { GUARD, GUARDED, inBrowser } from "./engines.ts";
import { visit as visitAny, watchVisits } from "./visit.ts";

// The browser itself reports this one, and nobody can keep it from doing so.
watchVisits(/^console: Failed to load resource: the server responded with a status of 401/);

const visit = (path: string) => visitAny(path, {}, GUARDED);

inBrowser("a wrong secret is refused in clear words, the right one opens", async () => {
  const page = await visit("/console/api");
  await page.getByLabel("Admin secret").fill("wrong");
  await page.getByRole("button", { name: "Enter" }).click();
  expect(await page.getByRole("alert").innerText()).toBe("The engine does not accept this secret.");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.getByRole("button", { name: "Enter" }).click();
  await api.ready(page);
  await page.getByText("asking as admin").waitFor();
  await api.write(page, "{ __typename }");
  await api.run(page);
  await api.answered(page, '"query_root"');
});

inBrowser("the secret stays in this tab, and a logout forgets it", async () => {
  const page = await visit("/console/api");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.keyboard.press("Enter");
  await api.ready(page);
  await page.reload();
  await api.ready(page);
  expect(page.url()).not.toContain(GUARD);
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(GUARD);
  expect(await page.evaluate(() => document.cookie)).toBe("");

  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByLabel("Admin secret").waitFor();
  expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(GUARD);
  await page.reload();
  await page.getByLabel("Admin secret").waitFor();
});

inBrowser("who asks for it stays logged in, until the secret changes", async () => {
  const page = await visit("/console/api");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.getByLabel("Keep me logged in on this computer").check();
  await page.getByRole("button", { name: "Enter" }).click();
  await api.ready(page);
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await api.ready(page);

  await page.evaluate(() => localStorage.setItem("dovetail:admin-secret", "of yesterday"));
  await page.reload();
  await page.getByText("The secret of your last visit is no longer accepted.").waitFor();
});

inBrowser("without the secret's header one asks as nobody in particular", async () => {
  const page = await visit("/console/api");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.keyboard.press("Enter");
  await api.ready(page);
  await api.asking(page, { "x-hasura-admin-secret": null }, () =>
    page.getByLabel("Send x-hasura-admin-secret").uncheck(),
  );
  await page.getByText("asking as nobody in particular").waitFor();
  await api.write(page, "{ __typename }");
  await api.run(page);
  await api.answered(page, "access-denied");
});

inBrowser("when the secret changes meanwhile, the page waits behind the login as it was", async () => {
  const page = await visit("/console/settings/metadata");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "Remote schemas", exact: true }).click();
  await page.getByRole("link", { name: "Add a remote schema" }).first().click();
  await page.getByLabel("Name", { exact: true }).fill("typed before");

  // For the engine it is another secret from here on.
  const refusal = { error: 'invalid "x-hasura-admin-secret"/"x-hasura-access-key"', code: "access-denied", path: "$" };
  await page.route("**/v1/metadata", (route) => route.fulfill({ status: 401, json: refusal }));
  await page.getByRole("button", { name: /^Search/ }).click();
  await page.getByLabel("What to look for").fill("users");
  await page.getByText("The engine no longer accepts the secret.").waitFor();
  expect(await page.getByLabel("What to look for").isVisible()).toBe(false);
  await page.unroute("**/v1/metadata");
  await page.getByLabel("Admin secret").fill(GUARD);
  await page.keyboard.press("Enter");
  // A key pressed while it is still hidden would reach nobody.
  await page.getByLabel("What to look for").waitFor();
  await page.getByLabel("What to look for").press("Escape");
  await page.getByLabel("What to look for").waitFor({ state: "detached" });
  expect(await page.getByLabel("Name", { exact: true }).inputValue()).toBe("typed before");

  await page.getByRole("button", { name: "Log out" }).click();
  await page.getByRole("dialog", { name: "Leave without saving?" }).getByRole("button", { name: "Leave" }).click();
  await page.getByLabel("Admin secret").waitFor();
});
