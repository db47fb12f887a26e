import { expect, test } from "vitest";
import { differences } from "./difference.ts";

const METADATA = {
  version: 3,
  sources: [
    {
      name: "default",
      kind: "postgres",
      tables: [{ table: { schema: "public", name: "users" } }, { table: { schema: "shop", name: "order" } }],
    },
  ],
  custom_types: { objects: [{ name: "A", fields: [] }] },
  actions: [{ name: "a", definition: { handler: "h" } }],
};

test("the same is the same, whatever the order of the keys and however tables are written", () => {
  const other = {
    ...METADATA,
    sources: [
      { kind: "postgres", tables: [{ table: { name: "order", schema: "shop" } }, { table: "users" }], name: "default" },
    ],
  };
  expect(differences(METADATA, other)).toEqual([]);
  const second = { version: 2, tables: METADATA.sources[0]?.tables };
  expect(differences({ version: 3, sources: [{ name: "default", tables: second.tables }] }, second)).toEqual([]);
});

test("each object that is new, gone or other is told", () => {
  const other = {
    version: 3,
    sources: [{ name: "default", kind: "postgres", tables: [{ table: "users", is_enum: true }] }],
    custom_types: { objects: [{ name: "B", fields: [] }] },
    actions: METADATA.actions,
    api_limits: { disabled: true },
  };
  expect(differences(METADATA, other).map(({ how, kind, name }) => `${how} ${kind} ${name}`)).toEqual([
    "removed table default.shop.order",
    "removed object type A",
    "changed table default.public.users",
    "added object type B",
    "added setting api_limits",
  ]);
});
