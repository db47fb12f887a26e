import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium, type BrowserContext, type Page } from "playwright-core";

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

export interface Look {
  colorScheme?: "light" | "dark";
}

/** A browser without a past, that remembers what it should not have seen. */
export class Visitor {
  /** Errors on the console, exceptions, violations of the page's policy, and requests to anybody but the engine. */
  readonly offences: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly context: BrowserContext,
    private readonly profile: string,
  ) {}

  static async at(engine: string, look: Look = {}): Promise<Visitor> {
    const executablePath = PLACES.find((place) => place && existsSync(place));
    if (!executablePath) {
      throw new Error("no Chromium found; name one in CHROMIUM");
    }
    const profile = mkdtempSync(join(tmpdir(), "dovetail-browser-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: true,
      args: QUIET,
      viewport: { width: 1400, height: 900 },
      colorScheme: look.colorScheme ?? "light",
    });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const page = context.pages()[0] ?? (await context.newPage());
    const visitor = new Visitor(page, context, profile);
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
    this.page.on("pageerror", (error) => this.offences.push(`exception: ${error.stack ?? error.message}`));
    this.context.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== own && protocol !== "data:" && protocol !== "blob:") {
        this.offences.push(`request to ${request.url()}`);
      }
    });
  }

  async leave(): Promise<void> {
    await this.context.close();
    rmSync(this.profile, { recursive: true, force: true });
  }
}
