import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect } from "vitest";
import { api } from "./api.ts";
import { Visitor } from "./browser.ts";
import { GUARD, GUARDED, inBrowser, OPEN } from "./engines.ts";

const PREFIX = "/tools/dovetail";
let proxy: Server | null = null;

/** A small reverse proxy before the engine. @return where it is */
async function behind(engine: string): Promise<string> {
  const server = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(`${PREFIX}/`)) {
      outgoing.writeHead(404).end();
      return;
    }
    const { method, headers, url } = incoming;
    const onwards = request(engine + url.slice(PREFIX.length), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onwards);
  });
  proxy = server;
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  proxy?.close();
  proxy = null;
});

inBrowser("the console works behind a proxy that serves it under some path", async () => {
  const site = await behind(OPEN);
  const visitor = await Visitor.at(site);
  try {
    await visitor.page.goto(`${site}${PREFIX}/`);
    await api.ready(visitor.page);
    await api.explorer(visitor.page, "users_by_pk").waitFor();
    expect(visitor.page.url()).toBe(`${site}${PREFIX}/console/api`);
    await visitor.page.reload();
    await api.ready(visitor.page);
    expect(visitor.offences).toEqual([]);
  } finally {
    await visitor.leave();
  }
});

inBrowser("behind it one logs in at any page, works there, and logs out", async () => {
  const site = await behind(GUARDED);
  const visitor = await Visitor.at(site);
  const { page } = visitor;
  try {
    await page.goto(`${site}${PREFIX}/console/settings/about`);
    await page.getByLabel("Admin secret").fill(GUARD);
    await page.keyboard.press("Enter");
    await page.getByText("Metadata version").waitFor();
    await page.getByRole("link", { name: "Graph" }).click();
    await page
      .getByText("Nothing to draw yet")
      .or(page.getByRole("region", { name: "Picture of the graph" }))
      .waitFor();
    expect(page.url()).toBe(`${site}${PREFIX}/console/graph`);
    await page.getByRole("button", { name: "Log out" }).click();
    await page.getByLabel("Admin secret").waitFor();
    expect(page.url()).not.toContain(GUARD);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }))).not.toContain(GUARD);
    expect(visitor.offences).toEqual([]);
  } finally {
    await visitor.leave();
  }
});
