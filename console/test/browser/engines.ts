import { test } from "vitest";
import { CHROMIUM } from "./browser.ts";

/** The engines under test, which whoever runs these tests has started (see acceptance, ConsoleTest). */
export const OPEN = engine("DOVETAIL_OPEN");
export const GUARDED = engine("DOVETAIL_GUARDED");
export const GUARD = engine("DOVETAIL_SECRET");

/** With nothing in it, and the services of the tutorial beside it. */
export const EMPTY = engine("DOVETAIL_EMPTY");
export const USERS = engine("DOVETAIL_USERS");
export const PROFILES = engine("DOVETAIL_PROFILES");

/** With eleven hundred tables, all tracked. */
export const HUGE = engine("DOVETAIL_HUGE");

/** Skips on a machine without a browser, but never where everything is checked. */
export const inBrowser = test.skipIf(CHROMIUM === null && process.env.CI !== "true");

function engine(variable: string): string {
  const value = process.env[variable];
  if (!value) {
    throw new Error(`${variable} is not set`);
  }
  return value;
}
