import { expect, test } from "vitest";
import { readLook, writeLook } from "./address.ts";

test("a look survives the address", () => {
  const look = {
    where: [{ column: "na me", operator: "like" as const, value: '%"&?' }],
    order: { column: "id", descending: true },
    limit: 50,
    offset: 100,
  };
  expect(readLook(new URLSearchParams(writeLook(look).toString()))).toEqual(look);
  expect(writeLook(readLook(new URLSearchParams())).toString()).toBe("");
});

test("nonsense in the address is left out", () => {
  const params = new URLSearchParams([
    ["where", "x"],
    ["where", '["a","; drop","1"]'],
    ["where", "7"],
    ["page", "-3"],
  ]);
  expect(readLook(params)).toEqual({ where: [], order: null, limit: 50, offset: 0 });
});
