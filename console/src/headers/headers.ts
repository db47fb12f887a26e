/** The headers a user wants to send with GraphQL requests. */
export interface HeaderRow {
  id: string;
  name: string;
  value: string;
  on: boolean;
}

export const SECRET = "x-hasura-admin-secret";
export const ROLE = "x-hasura-role";

/** Offered while a name is typed. */
export const KNOWN_NAMES = [
  ROLE,
  "x-hasura-user-id",
  SECRET,
  "x-hasura-use-backend-only-permissions",
  "authorization",
  "x-request-id",
];

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
// Browsers refuse to send anything else.
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;
const SENSITIVE = /secret|token|key|password|auth|cookie|credential/i;

/** What is wrong with a row, for the user; null when it can be sent. */
export function fault(row: HeaderRow): string | null {
  const name = row.name.trim();
  if (name === "") {
    return row.value === "" ? null : "A header needs a name";
  }
  if (!TOKEN.test(name)) {
    return "Header names have letters, digits and dashes only";
  }
  return VALUE.test(row.value) ? null : "Header values cannot hold such characters";
}

/** What is really sent. Of two rows with one name the later one counts. */
export function sent(rows: readonly HeaderRow[]): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const row of rows) {
    const name = row.name.trim().toLowerCase();
    if (row.on && name !== "" && fault(row) === null) {
      headers[name] = row.value.trim();
    }
  }
  return headers;
}

/** Whether the value is somebody's key to something: such values are hidden on screen and not stored for long. */
export function isSensitive(name: string): boolean {
  return SENSITIVE.test(name);
}

/** Whose rights the engine will apply, as far as one can tell from here. */
export function actor(headers: Record<string, string>, secretNeeded: boolean): string {
  if (secretNeeded && headers[SECRET] === undefined && headers["x-hasura-access-key"] === undefined) {
    return "nobody in particular";
  }
  return headers[ROLE] || "admin";
}
