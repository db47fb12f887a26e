import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect } from "vitest";
import { api } from "./api.ts";
import { Visitor } from "./browser.ts";
import { inBrowser, OPEN } from "./engines.ts";

const PREFIX = "/tools/dovetail";
let proxy: Server;
let site: string;

beforeAll(async () => {
  proxy = createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(`${PREFIX}/`)) {
      outgoing.writeHead(404).end();
      return;
    }
    const { method, headers, url } = incoming;
    const onwards = request(OPEN + url.slice(PREFIX.length), { method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    incoming.pipe(onwards);
  });
  await new Promise<void>((listening) => proxy.listen(0, "127.0.0.1", listening));
  site = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
});

afterAll(() => proxy.close());

inBrowser("the console works behind a proxy that serves it under some path", async () => {
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
