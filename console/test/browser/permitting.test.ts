import { expect } from "vitest";
import { barriers } from "./axe.ts";
import { Visitor } from "./browser.ts";
import { GUARD, GUARDED, inBrowser, PROFILES } from "./engines.ts";
import { form } from "./form.ts";

inBrowser(
  "CON-04: what a role sees of a remote schema is ticked, with presets, and the SDL stands beside",
  async () => {
    const visitor = await Visitor.at(GUARDED);
    const { page } = visitor;
    try {
      await page.goto(`${GUARDED}/console/remote-schemas/add`);
      await page.getByLabel("Admin secret").fill(GUARD);
      await page.keyboard.press("Enter");
      await page.getByLabel("Name", { exact: true }).fill("profiles");
      await page.getByLabel("GraphQL server").fill(PROFILES);
      await page.getByRole("button", { name: "Add", exact: true }).click();
      await form.told(page, "profiles was added");

      await page.getByRole("link", { name: "Permissions" }).click();
      await page.getByLabel("or a new one").fill("reader");
      await page.getByRole("button", { name: "Add a permission" }).click();
      await page.getByLabel("Query.auth0_profile", { exact: true }).check();
      await page.getByLabel("Preset for Query.auth0_profile(auth0_id)").click();
      await page.getByLabel("Preset of Query.auth0_profile(auth0_id)", { exact: true }).fill("x-hasura-login");
      await page.getByRole("button", { name: /^Profile/ }).click();
      await page.getByLabel("Profile.email", { exact: true }).uncheck();
      const sdl = page.getByLabel("What reader sees");
      expect(await sdl.inputValue()).toContain('auth0_id: String! @preset(value: "x-hasura-login")');
      expect(await sdl.inputValue()).not.toContain("email");
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await form.told(page, "The permission of reader was saved");
      await page.getByText("2 types, 1 preset", { exact: true }).waitFor();

      await page.getByRole("button", { name: "Edit the permission of reader" }).click();
      await sdl.fill("type Query { auth0_profile(auth0_id: String!): Profile } type Profile { email: String }");
      await page.getByRole("button", { name: /^Profile/ }).click();
      expect(await page.getByLabel("Profile.email", { exact: true }).isChecked()).toBe(true);
      await page.getByRole("button", { name: "Save", exact: true }).click();
      await page.getByText("2 types", { exact: true }).waitFor();
      await page.getByRole("button", { name: "Edit the permission of reader" }).click();
      await page.getByRole("region", { name: "Permission of reader" }).getByRole("button", { name: "Remove" }).click();
      await form.confirm(page, "Remove");
      await form.told(page, "reader sees nothing of profiles any more");
      expect(visitor.offences).toEqual([]);
    } finally {
      await visitor.leave();
    }
  },
);
