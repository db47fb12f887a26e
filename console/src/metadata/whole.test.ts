import { expect, test } from "vitest";
import { whole } from "./whole.ts";

test.each([0, 3, 500, 1100])("of %i all come", async (total) => {
  const all = Array.from({ length: total }, (_, index) => index);
  const asked: unknown[] = [];
  const send = async (_path: string, body: unknown) => {
    const { args } = body as { args: { limit: number; offset: number; search: string } };
    asked.push(args.search);
    return { list: all.slice(args.offset, args.offset + args.limit) };
  };
  expect(await whole(send, "list", { search: "x" }, (page: { list: number[] }) => page.list)).toEqual(all);
  expect(new Set(asked)).toEqual(new Set(["x"]));
});
