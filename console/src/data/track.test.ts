import { expect, test } from "vitest";
import { graphqlName, trackArgs } from "./track.ts";

test.each([
  ["my table!", "my_table"],
  ["2024", "table_2024"],
  ["\u202eשלום", "table"],
  ['<img src=x onerror="alert(1)">', "img_src_x_onerror_alert_1"],
  ["_x_", "x"],
])("the table %j can be called %s", (name, expected) => {
  expect(graphqlName(name)).toBe(expected);
});

test("a name that is allowed stays", () => {
  const users = { schema: "public", name: "users" };
  expect(trackArgs("default", users)).toEqual({ source: "default", table: users });
  const other = { schema: "my schema", name: "users" };
  expect(trackArgs("default", other)).toEqual({
    source: "default",
    table: other,
    configuration: { custom_name: "my_schema_users" },
  });
});
