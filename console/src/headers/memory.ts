import { isSensitive, SECRET, type HeaderRow } from "./headers.ts";

/** The part of the browser's `Storage` that is needed here. */
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const ROWS = "dovetail:headers";
const VALUES = "dovetail:header-values";

/**
 * Keeps the rows for the next visit. Values that look like keys to something go no further than this tab's session; the
 * admin secret's is not kept here at all, the login does that.
 */
export function storeRows(rows: readonly HeaderRow[], local: Shelf, session: Shelf): void {
  const open = rows.map((row) => (isSensitive(row.name) ? { ...row, value: "" } : row));
  const hidden = rows
    .filter((row) => isSensitive(row.name) && row.name.trim().toLowerCase() !== SECRET)
    .map((row) => [row.id, row.value]);
  local.setItem(ROWS, JSON.stringify(open));
  session.setItem(VALUES, JSON.stringify(Object.fromEntries(hidden)));
}

/** Leaves the rows, without the values that look like keys to something. */
export function forgetValues(session: Shelf): void {
  session.removeItem(VALUES);
}

/** @param secret what the user logged in with, if they did */
export function loadRows(local: Shelf, session: Shelf, secret: string | null): HeaderRow[] {
  const values = parse(session.getItem(VALUES)) as Record<string, unknown> | null;
  const stored = parse(local.getItem(ROWS));
  const rows = (Array.isArray(stored) ? stored : []).filter(isRow).map((row) => {
    const hidden = values?.[row.id];
    return typeof hidden === "string" ? { ...row, value: hidden } : row;
  });
  return withSecret(rows, secret);
}

/** The row of the admin secret follows the login: it stands first, with the secret, or not at all. */
export function withSecret(rows: readonly HeaderRow[], secret: string | null): HeaderRow[] {
  const isSecretRow = (row: HeaderRow) => row.name.trim().toLowerCase() === SECRET;
  const others = rows.filter((row) => !isSecretRow(row));
  if (secret === null) {
    return others;
  }
  const before = rows.find(isSecretRow);
  return [{ id: before?.id ?? "secret", name: SECRET, value: secret, on: before?.on ?? true }, ...others];
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : (JSON.parse(text) as unknown);
  } catch {
    return null;
  }
}

function isRow(row: unknown): row is HeaderRow {
  const candidate = row as Partial<HeaderRow> | null;
  return (
    typeof candidate?.id === "string" &&
    typeof candidate.name === "string" &&
    typeof candidate.value === "string" &&
    typeof candidate.on === "boolean"
  );
}
