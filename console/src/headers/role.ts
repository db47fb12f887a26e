import { ROLE, type HeaderRow } from "./headers.ts";

const USER_ID = "x-hasura-user-id";
const PREFIX = "x-hasura-";

/** The rows with which that role asks; null: without saying a role. */
export function withRole(rows: readonly HeaderRow[], role: string | null, id: string): HeaderRow[] {
  const isRole = (row: HeaderRow) => row.name.trim().toLowerCase() === ROLE;
  const before = rows.find(isRole);
  const others = rows.filter((row) => !isRole(row) || row === before);
  if (role === null) {
    return others.filter((row) => row !== before);
  }
  return before === undefined
    ? [...others, { id, name: ROLE, value: role, on: true }]
    : others.map((row) => (row === before ? { ...row, value: role, on: true } : row));
}

/** With a row for one session variable more: the user's id first, as nearly everybody has one. */
export function withVariable(rows: readonly HeaderRow[], id: string): HeaderRow[] {
  const known = rows.some((row) => row.name.trim().toLowerCase() === USER_ID);
  return [...rows, { id, name: known ? PREFIX : USER_ID, value: "", on: true }];
}
