import { expect, test } from "vitest";
import type { TableView } from "../../metadata/types.ts";
import { namesOf, withNames } from "./customization.ts";

function view(configuration: Record<string, unknown>): TableView {
  const table = { schema: "public", name: "t" };
  return { resource_version: 1, table, kind: "table", tracked: true, metadata: { table, configuration } };
}

test("names are read, whichever way they are written", () => {
  const before = view({
    custom_name: "Tee",
    custom_root_fields: { select: "tees", insert: { name: "makeTees", comment: "c" }, delete: { comment: "d" } },
    column_config: { id: { custom_name: "key" }, note: { comment: "n" } },
    custom_column_names: { id: "key" },
  });
  expect(namesOf(before)).toEqual({
    name: "Tee",
    roots: { select: "tees", insert: "makeTees" },
    columns: { id: "key", note: "" },
  });
});

test("what is not a name stays", () => {
  const before = view({
    comment: "kept",
    custom_root_fields: { select: "tees", insert: { name: "makeTees", comment: "c" } },
    column_config: { id: { custom_name: "key", comment: "k" } },
    custom_column_names: { id: "key" },
  });
  const after = withNames(before, {
    name: " Tea ",
    roots: { insert: "", update: "up" },
    columns: { id: "", name: "n" },
  });
  expect(after).toEqual({
    comment: "kept",
    custom_name: "Tea",
    custom_root_fields: { insert: { comment: "c" }, update: "up" },
    column_config: { id: { comment: "k" }, name: { custom_name: "n" } },
  });
});

test("nothing is changed by names that stay the same", () => {
  const before = view({ custom_root_fields: { select: "tees" }, column_config: { id: { custom_name: "key" } } });
  expect(withNames(before, namesOf(before))).toEqual(before.metadata?.configuration);
});
