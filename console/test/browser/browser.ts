import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";
import { afterAll } from "vitest";

const PLACES = [
  process.env.CHROMIUM,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** So that the browser asks nobody but the pages under test for anything. */
const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Null where there is none; `CHROMIUM` names one in an unusual place. */
export const CHROMIUM = PLACES.find((place) => place && existsSync(place)) ?? null;

export interface Look {
  colorScheme?: "light" | "dark";
}

/** One for each file of tests, begun with an empty profile. */
let browser: Browser | null = null;
afterAll(() => browser?.close());

/** Of one answer, as it comes over the wire. */
const MOST_BYTES = 300_000;

/** What a user asks for may be as big as it is; of everything else the pages take no more than they show. */
const ASKED_FOR = /\/v1\/graphql(\/schema(\/lines)?)?$|\/v2\/query$/;
const EXPORTS = /"type":"(export_metadata|dovetail_export\w*)"/;

/** A visit without a past, that remembers what it should not have seen. */
export class Visitor {
  /**
   * Errors on the console, exceptions, violations of the page's policy, requests to anybody but the engine, and answers
   * that are too big.
   */
  readonly offences: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
  ) {}

  static async at(engine: string, look: Look = {}): Promise<Visitor> {
    if (!CHROMIUM) {
      throw new Error("no Chromium found; name one in the variable CHROMIUM");
    }
    browser ??= await chromium.launch({ executablePath: CHROMIUM, headless: true, args: QUIET });
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      colorScheme: look.colorScheme ?? "light",
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin: new URL(engine).origin });
    const visitor = new Visitor(await context.newPage(), context);
    visitor.watch(engine);
    return visitor;
  }

  private watch(engine: string): void {
    const own = new URL(engine).origin;
    this.page.on("console", (message) => {
      if (message.type() === "error" || message.text().includes("Content Security Policy")) {
        this.offences.push(`console: ${message.text()}`);
      }
    });
    this.page.on("pageerror", (error) => this.offences.push(`exception: ${error.stack || error.message}`));
    this.context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== own && protocol !== "data:" && protocol !== "blob:") {
        this.offences.push(`request to ${request.url()}`);
      }
    });
    this.context.on("response", (response) => {
      const bytes = Number(response.headers()["content-length"] ?? 0);
      const { pathname } = new URL(response.url());
      if (bytes > MOST_BYTES && !ASKED_FOR.test(pathname) && !EXPORTS.test(response.request().postData() ?? "")) {
        this.offences.push(`answer of ${bytes} bytes: ${pathname} ${response.request().postData() ?? ""}`);
      }
    });
  }

  async leave(): Promise<void> {
    await this.context.close();
  }
}
