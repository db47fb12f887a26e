import type { Cell } from "../sql.ts";

/** As RFC 4180 has it; null is nothing, and an empty text is quoted, as Postgres's own COPY writes it. */
export function toCsv(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]) => `${cells.map(cell).join(",")}\r\n`;
  return line(columns) + rows.map(line).join("");
}

function cell(value: Cell): string {
  if (value === null) {
    return "";
  }
  const text = harmless(value);
  return text === "" || /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Spreadsheets run what begins like a formula, also after a tab or a line's end; a single quote before it makes it
 * text. Numbers may begin with a sign.
 */
function harmless(value: string): string {
  const isFormula = /^[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/.test(value);
  return isFormula && !/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value) ? `'${value}` : value;
}

/** A name for a file that no file system minds. */
export function fileName(schema: string, table: string, ending: "csv" | "json"): string {
  const clean = `${schema === "public" ? "" : `${schema}.`}${table}`.replaceAll(/[^\p{L}\p{N}_.-]+/gu, "_");
  return `${clean.replace(/^\.+/, "") || "rows"}.${ending}`;
}
