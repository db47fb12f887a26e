import type { Page } from "playwright-core";
import { afterEach, expect } from "vitest";
import { Visitor, type Look } from "./browser.ts";
import { OPEN } from "./engines.ts";

// The browser itself reports these; what the engine refused stands on the page.
const REFUSED = /^console: Failed to load resource: the server responded with a status of 4/;

let visitor: Visitor | null = null;

/** Opens a page of the engine without a secret, or of another one; after the test nothing may have gone wrong on it. */
export async function visit(path: string, look?: Look, engine = OPEN): Promise<Page> {
  visitor = await Visitor.at(engine, look);
  await visitor.page.goto(engine + path);
  return visitor.page;
}

/** To be called once at the head of a file of tests. @param expected what the browser may report nonetheless */
export function watchVisits(expected = REFUSED): void {
  afterEach(async () => {
    const offences = visitor?.offences.filter((offence) => !expected.test(offence));
    await visitor?.leave();
    visitor = null;
    expect(offences ?? []).toEqual([]);
  });
}
