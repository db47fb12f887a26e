import type { ColumnDraft } from "./ddl.ts";

export const EMPTY_COLUMN: ColumnDraft = {
  name: "",
  type: "",
  nullable: false,
  unique: false,
  fallback: "",
  comment: "",
};

interface Usual {
  label: string;
  column: ColumnDraft;
  /** Whether it is meant to be the primary key. */
  key?: true;
}

/** Columns that almost every table has, to be added with one click. */
export const USUAL_COLUMNS: readonly Usual[] = [
  { label: "id: integer, counts up", column: { ...EMPTY_COLUMN, name: "id", type: "serial" }, key: true },
  { label: "id: bigint, counts up", column: { ...EMPTY_COLUMN, name: "id", type: "bigserial" }, key: true },
  {
    label: "id: UUID",
    column: { ...EMPTY_COLUMN, name: "id", type: "uuid", fallback: "gen_random_uuid()" },
    key: true,
  },
  {
    label: "created_at: time of insertion",
    column: { ...EMPTY_COLUMN, name: "created_at", type: "timestamptz", fallback: "now()" },
  },
  {
    label: "updated_at: time of the last change",
    column: { ...EMPTY_COLUMN, name: "updated_at", type: "timestamptz", fallback: "now()", touched: true },
  },
];

/** What is missing before the column can be made, or null. @param others the names that are taken */
export function columnProblem({ name, type }: ColumnDraft, others: readonly string[]): string | null {
  if (name === "" || type.trim() === "") {
    return "A column needs a name and a type.";
  }
  return others.includes(name) ? `There is a column "${name}" already.` : null;
}
