import { expect, test } from "vitest";
import { createSchema, dropSchema, renameSchema } from "./schemas.ts";
import { configurationOf, customizationOf, draftOf, NO_SOURCE, problemOf, type SourceSettings } from "./settings.ts";

const SETTINGS: SourceSettings = {
  name: "default",
  kind: "postgres",
  configuration: {
    connection_info: {
      database_url: { from_env: "PG" },
      pool_settings: { max_connections: 5, total_max_connections: 9 },
      isolation_level: "serializable",
      use_prepared_statements: true,
      ssl: "kept",
    },
    extensions_schema: "ext",
  },
  customization: {
    naming_convention: "graphql-default",
    root_fields: { namespace: "shop" },
    type_names: { prefix: "S" },
  },
};

test("what is opened and saved stays what it is", () => {
  const draft = draftOf(SETTINGS);
  expect(configurationOf(draft, SETTINGS)).toEqual(SETTINGS.configuration);
  expect(customizationOf(draft)).toEqual(SETTINGS.customization);
});

test.each([undefined, true, false])("prepared statements stay %s when something else is changed", (said) => {
  const info = { database_url: "postgres://h", ...(said === undefined ? {} : { use_prepared_statements: said }) };
  const before = { name: "a", kind: "postgres", configuration: { connection_info: info } };
  const draft = { ...draftOf(before), namespace: "shop" };
  expect(configurationOf(draft, before)).toEqual(before.configuration);
});

test("whether statements are prepared can be said either way, and no more", () => {
  const draft = { ...NO_SOURCE, address: "u" };
  const said = (prepared: typeof draft.prepared) =>
    configurationOf({ ...draft, prepared }, SETTINGS).connection_info.use_prepared_statements;
  expect([said("usual"), said("always"), said("never")]).toEqual([undefined, true, false]);
});

test("an address of another form is kept", () => {
  const url = { connection_parameters: { host: "h" } };
  const other = { ...SETTINGS, configuration: { connection_info: { database_url: url } } };
  const draft = draftOf(other);
  expect(draft.from).toBe("other");
  expect(problemOf(draft)).toBeNull();
  expect(configurationOf(draft, other).connection_info).toEqual({ database_url: url });
});

test("the usual is not said", () => {
  const draft = { ...NO_SOURCE, name: "a", address: " postgres://h " };
  expect(configurationOf(draft)).toEqual({ connection_info: { database_url: "postgres://h" } });
  expect(customizationOf(draft)).toEqual({});
});

test("it is told what is missing", () => {
  expect(problemOf(NO_SOURCE)).toBe("A name and an address.");
  const draft = { ...NO_SOURCE, name: "a", address: "x" };
  expect(problemOf({ ...draft, pool: { ...draft.pool, retries: "many" } })).toMatch(/numbers/);
});

test("the names of schemas are quoted", () => {
  const hostile = 'x"; drop table y; --';
  expect(createSchema(hostile)).toBe('create schema "x""; drop table y; --";');
  expect(renameSchema("a", hostile)).toBe('alter schema "a" rename to "x""; drop table y; --";');
  expect(dropSchema(hostile)).toEqual({
    sql: 'drop schema "x""; drop table y; --";',
    cascading: 'drop schema "x""; drop table y; --" cascade;',
  });
});
