import { expect, test } from "vitest";
import { moved } from "./order.ts";

const MIDDLES = [50, 150, 300, 450];

function check(from: number, pointer: number, expected: string | null) {
  expect(moved(["a", "b", "c", "d"], from, pointer, MIDDLES)?.join("") ?? null).toBe(expected);
}

test("a tab that is held stays until the pointer has passed the middle of another", () => {
  check(0, 50, null);
  check(0, 150, null);
  check(2, 160, null);
  check(2, 150, null);
});

test("it takes the place of the one that was passed, those between move on", () => {
  check(0, 151, "bacd");
  check(0, 500, "bcda");
  check(3, 149, "adbc");
  check(3, -20, "dabc");
  check(1, 301, "acbd");
});

test("what has moved does not move back while the pointer stays", () => {
  // A small one beside a great one: 0 to 20 and 20 to 220, middles 10 and 120.
  expect(moved(["small", "great"], 0, 121, [10, 120])).toEqual(["great", "small"]);
  expect(moved(["great", "small"], 1, 121, [100, 210])).toBeNull();
});
