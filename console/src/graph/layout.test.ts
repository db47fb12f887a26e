import { expect, test } from "vitest";
import { arrange, BOX } from "./layout.ts";

test("nothing lies on anything else, connected or not", () => {
  const ids = Array.from({ length: 30 }, (_, index) => `n${index}`);
  const lines = ids.slice(1, 15).map((id, index): [string, string] => [`n${index}`, id]);
  const places = arrange({ ids, lines: [...lines, ["n3", "n3"], ["n14", "n0"]] });
  const boxes = Object.values(places);
  expect(Object.keys(places).sort()).toEqual([...ids].sort());
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      expect(Math.abs(one.x - other.x) >= BOX.width || Math.abs(one.y - other.y) >= BOX.height).toBe(true);
    }
  }
});
