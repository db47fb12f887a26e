import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { inBrowser } from "./engines.ts";
import { command, form } from "./form.ts";
import { visit, watchVisits } from "./visit.ts";

watchVisits();

interface Exported {
  metadata: { sources: { tables: Record<string, unknown>[] }[] };
}

inBrowser("CON-06: an import tells what it changes before it does, and can be left", async () => {
  const page = await visit("/console/settings/metadata");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export metadata" }).click();
  const saved = await (await download).path();
  const content = JSON.parse(readFileSync(saved, "utf8")) as Exported;
  const choose = (given: unknown) =>
    page.locator("input[type=file]").setInputFiles({
      name: "other.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(given)),
    });
  await choose(content);
  await page.getByText("The file has what is there already.").waitFor();

  const [table] = content.metadata.sources[0]?.tables ?? [];
  const other = structuredClone(content);
  other.metadata.sources[0]?.tables.splice(0, 1, { ...table, configuration: { comment: "people" } });
  await choose(other);
  const list = page.getByRole("table", { name: "What will change" });
  await list.getByRole("button", { name: "table default.public.users" }).click();
  await list.getByText('"comment": "people"').waitFor();
  expect(await barriers(page)).toEqual([]);
  await page.getByRole("button", { name: "Replace the metadata" }).click();
  await form.told(page, "The metadata is now that of other.json");
  await choose(content);
  await list.getByText("changed").waitFor();
  await page.getByRole("button", { name: "Replace the metadata" }).click();
  await list.waitFor({ state: "detached" });
});

inBrowser("CON-06: what to reload can be chosen", async () => {
  const page = await visit("/console/settings/metadata");
  await page.getByLabel("Remote schemas", { exact: true }).uncheck();
  const request = page.waitForRequest((each) => each.postData()?.includes("reload_metadata") ?? false);
  await page.getByRole("button", { name: "Reload metadata" }).click();
  expect((await request).postDataJSON()).toMatchObject({
    args: { reload_sources: true, reload_remote_schemas: false },
  });
  await form.told(page, "read anew");
});

inBrowser("CON-06: the reset asks for a word first", async () => {
  const page = await visit("/console/settings/metadata");
  await page.getByRole("button", { name: "Reset metadata" }).click();
  const confirm = page.getByRole("dialog").getByRole("button", { name: "Reset metadata" });
  expect(await confirm.isDisabled()).toBe(true);
  await page.getByLabel('Type "reset" to confirm').fill("reset");
  expect(await confirm.isDisabled()).toBe(false);
  await page.getByRole("button", { name: "Cancel" }).last().click();
});

inBrowser("CON-06: each inconsistent object is told with its reason and dropped alone", async () => {
  const page = await visit("/console/settings/inconsistencies");
  const action = { type: "query", handler: "{{NO_SUCH_VARIABLE}}", output_type: "String" };
  const metadata = (await command(page, "export_metadata", {})) as { actions: unknown[] };
  const broken = { ...metadata, actions: [...metadata.actions, { name: "broken", definition: action }] };
  await command(page, "replace_metadata", { metadata: broken, allow_inconsistent_metadata: true });
  await page.reload();
  const object = page.getByRole("article", { name: "action broken" });
  await object.getByText("NO_SUCH_VARIABLE").first().waitFor();
  await page.getByRole("link", { name: "1 inconsistent" }).waitFor();
  expect(await barriers(page)).toEqual([]);
  await object.getByRole("button", { name: "Drop" }).click();
  await form.confirm(page, "Drop");
  await form.told(page, "action broken was dropped");
  await page.getByText("Everything is served").waitFor();
});

inBrowser("shortcuts are listed at ?, and lead to the pages", async () => {
  const page = await visit("/console/settings/about");
  await page.getByText("Metadata version").waitFor();
  await page.keyboard.press("Shift+?");
  await page.getByRole("dialog").getByText("Search everything").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Alt+3");
  await page.getByRole("heading", { name: "Actions", level: 1 }).waitFor();
});
