import type { Page } from "playwright-core";

/** The page "API" as its users see it. */
export const api = {
  async ready(page: Page): Promise<void> {
    await page.getByRole("list", { name: "Fields" }).getByRole("listitem").first().waitFor();
    await page.locator(".graphiql-query-editor .view-line").first().waitFor();
    // Comes last; nothing is run before.
    await page.locator(".graphiql-response .monaco-editor").waitFor();
  },

  /** Replaces what stands in the editor. Pasted: the editor adds brackets and indentation to what is typed. */
  async write(page: Page, query: string): Promise<void> {
    // The frame, not the lines: these may be scrolled out of the window.
    await page.locator(".graphiql-query-editor .editor-scrollable").click({ position: { x: 10, y: 10 } });
    await page.keyboard.press("ControlOrMeta+a");
    await page.evaluate((text) => navigator.clipboard.writeText(text), query);
    await page.keyboard.press("ControlOrMeta+v");
    await page
      .locator(".graphiql-query-editor .view-lines")
      .getByText(query.split(" ")[0] ?? "")
      .first()
      .waitFor();
  },

  async run(page: Page): Promise<void> {
    await page.getByRole("button", { name: /Execute query/ }).click();
  },

  /** Waits until the answer's text holds what is expected, blanks aside: the editor wraps long lines. */
  async answered(page: Page, expected: string): Promise<void> {
    await page.waitForFunction(
      (text) => {
        const lines = document.querySelector<HTMLElement>(".graphiql-response .view-lines");
        return lines?.innerText.replaceAll(/\s/g, "").includes(text) ?? false;
      },
      expected.replaceAll(/\s/g, ""),
    );
  },

  explorer(page: Page, field: string) {
    return page.getByRole("list", { name: "Fields" }).getByRole("checkbox", { name: field, exact: true }).first();
  },

  /**
   * Changes headers, and waits until the page asks for the schema with what came of it: it does once its user has
   * paused. A header that may not be sent any more is null.
   */
  async asking(page: Page, headers: Record<string, string | null>, change: () => Promise<void>): Promise<void> {
    const asked = page.waitForResponse(async (response) => {
      const sent = await response.request().allHeaders();
      const ours = Object.entries(headers).every(([name, value]) => (sent[name] ?? null) === value);
      return ours && new URL(response.url()).pathname.endsWith("/v1/graphql/schema/lines");
    });
    await Promise.all([asked, change()]);
  },

  async addHeader(page: Page, name: string, value: string): Promise<void> {
    await page.getByRole("combobox", { name: "Name of a new header" }).fill(name);
    await page.keyboard.press("Escape");
    await page.getByLabel(`Value of ${name}`).fill(value);
  },
};
