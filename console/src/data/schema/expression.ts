import { literal } from "../sql.ts";

/** Types whose values people write without quotes, as in SQL itself. */
const BARE = /^(small|big)?(int|serial)|^int\d|^integer|^numeric|^decimal|^real|^double|^float|^bool|^money|^oid/i;

/** What is SQL already: a literal, a call, a cast, a keyword, an array or a row. */
const SQL = /^(e?'.*'|[\w."]+\s*\(.*\)|.*::[\w\s."[\]()]+|null|current_\w+|local\w+|array\[.*\]|\(.*\)|[a-z ]+'.*')$/is;

/** A default as somebody writes it, as SQL: `hello` for a text is `'hello'`, and `now()` stays what it is. */
export function expression(type: string, text: string): string {
  const value = text.trim();
  return (BARE.test(type.trim()) && !type.trim().endsWith("]")) || SQL.test(value) ? value : literal(value);
}
