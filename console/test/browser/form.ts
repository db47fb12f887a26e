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

  async told(page: Page, message: string): Promise<void> {
    await page.getByRole("region", { name: "Messages" }).getByText(message).first().waitFor();
  },

  /** Confirms what a button of the page asks. */
  async confirm(page: Page, button: string): Promise<void> {
    await page.getByRole("dialog").getByRole("button", { name: button, exact: true }).click();
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
