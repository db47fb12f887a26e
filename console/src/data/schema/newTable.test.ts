import { expect, test } from "vitest";
import { emptyTable, plusColumn, statementOf, tableProblem, withColumn } from "./newTable.ts";
import { EMPTY_COLUMN, USUAL_COLUMNS } from "./usual.ts";

const [counting] = USUAL_COLUMNS;

test("it is told what is missing", () => {
  const empty = emptyTable("public");
  expect(tableProblem(empty)).toBe("A table needs a name.");
  const named = { ...empty, name: "t" };
  expect(tableProblem(named)).toBe("A table needs a column.");
  expect(tableProblem(withColumn(named, 0, { name: "a" }))).toBe("A column needs a name and a type.");
  const one = withColumn(named, 0, { name: "a", type: "text" });
  expect(tableProblem(one)).toBeNull();
  expect(tableProblem(plusColumn(one, { ...EMPTY_COLUMN, name: "a", type: "int" }))).toBe(
    'There is a column "a" already.',
  );
});

test("a usual column takes the empty place, and becomes the key if there is none", () => {
  const column = counting?.column ?? EMPTY_COLUMN;
  const table = plusColumn({ ...emptyTable("public"), name: "t" }, column, true);
  expect(table.columns).toEqual([column]);
  expect(table.primaryKey).toEqual(["id"]);
  expect(plusColumn({ ...table, primaryKey: ["x"] }, column, true).primaryKey).toEqual(["x"]);
});

test("keys follow a column that gets another name, and what is not whole is left out", () => {
  const table = plusColumn({ ...emptyTable("public"), name: "t" }, counting?.column ?? EMPTY_COLUMN, true);
  const renamed = withColumn({ ...table, uniques: [["id"], ["gone"]] }, 0, { name: "key" });
  expect(renamed.primaryKey).toEqual(["key"]);
  expect(statementOf({ ...renamed, checks: [{ name: "c", condition: " " }] })).toBe(
    'create table "public"."t" (\n  "key" serial not null,\n  primary key ("key"),\n  unique ("key")\n);',
  );
});
