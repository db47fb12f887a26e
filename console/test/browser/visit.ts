import type { Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { Visitor, type Look } from "./browser.ts";
import { OPEN } from "./engines.ts";

// The browser itself reports these; what the engine refused stands on the page.
const REFUSED = /^console: Failed to load resource: the server responded with a status of 4/;

let visitor: Visitor | null = null;

/** Opens a page of the engine without a secret; after the test nothing may have gone wrong on it. */
export async function visit(path: string, look?: Look): Promise<Page> {
  visitor = await Visitor.at(OPEN, look);
  await visitor.page.goto(OPEN + path);
  return visitor.page;
}

/** To be called once at the head of a file of tests. */
export function watchVisits(): void {
  afterEach(async () => {
    const offences = visitor?.offences.filter((offence) => !REFUSED.test(offence));
    await visitor?.leave();
    visitor = null;
    expect(offences ?? []).toEqual([]);
  });
}
