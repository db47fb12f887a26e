import type { Page } from "playwright-core";

/** Forms as their users see them. */
export const form = {
  async choose(page: Page, label: string, option: string): Promise<void> {
    await page
      .locator(`input:visible`)
      .and(page.getByLabel(label, { exact: true }))
      .click();
    await page.getByRole("option", { name: option, exact: true }).click();
  },

  /** Chooses in a field that takes several: what is chosen lies above it. */
  async pick(page: Page, label: string, option: string): Promise<void> {
    await page
      .locator(`input:visible`)
      .and(page.getByLabel(label, { exact: true }))
      .click({ force: true });
    await page.getByRole("option", { name: option, exact: true }).click();
    await page.keyboard.press("Escape");
  },

  /** Types into a field that also suggests, and lets the suggestions be. */
  async type(page: Page, label: string, text: string): Promise<void> {
    await page
      .locator(`input:visible`)
      .and(page.getByLabel(label, { exact: true }))
      .fill(text);
    await page.keyboard.press("Tab");
  },

  async told(page: Page, message: string): Promise<void> {
    await page.getByRole("region", { name: "Messages" }).getByText(message).first().waitFor();
  },

  /** Confirms what a button of the page asks. */
  async confirm(page: Page, button: string, question: string | RegExp = /.*/): Promise<void> {
    const dialog = page.getByRole("dialog", { name: question });
    // The cross that closes a window may be called as a button below it.
    await dialog.getByRole("button", { name: button, exact: true }).last().click();
  },
};

/** Sends a command as the page's own origin would, without a secret. */
export async function command(page: Page, type: string, args: unknown): Promise<unknown> {
  return page.evaluate(
    async (body) => {
      const answer = await fetch(new URL("../v1/metadata", document.baseURI), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return (await answer.json()) as unknown;
    },
    { type, args },
  );
}

/** Runs SQL on the default database, as the page's own origin would, and has the engine look at what it made. */
export async function sql(page: Page, text: string): Promise<void> {
  const failure = await page.evaluate(
    async (body) => {
      const answer = await fetch(new URL("../v2/query", document.baseURI), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return answer.ok ? null : await answer.text();
    },
    { type: "run_sql", args: { source: "default", sql: text, cascade: true, check_metadata_consistency: true } },
  );
  if (failure !== null) {
    throw new Error(failure);
  }
}
