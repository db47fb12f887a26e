/** SQL for looking at rows: of any table, whatever its name, tracked or not. */
import type { TableRef } from "../../metadata/names.ts";
import { identifier, literal, tableName, type Cell } from "../sql.ts";

export const OPERATORS = ["=", "<>", ">", ">=", "<", "<=", "like", "ilike", "is null", "is not null"] as const;
export type Operator = (typeof OPERATORS)[number];

export interface Condition {
  column: string;
  operator: Operator;
  value: string;
  /** What is compared is its text. */
  asText?: boolean;
}

export interface Order {
  column: string;
  descending: boolean;
  /** What is ordered is its text. */
  asText?: boolean;
}

/** A part of a table's rows. */
export interface Look {
  where: Condition[];
  order: Order | null;
  limit: number;
  offset: number;
}

/** Beyond this many rows nobody counts. */
export const COUNTED = 10_000;

export function needsValue(operator: Operator): boolean {
  return operator !== "is null" && operator !== "is not null";
}

const ONLY_SHOWN = /^(json|xml|point|line|lseg|box|path|polygon|circle)(\[\])*$/;

/** Values of some types Postgres neither orders nor compares: their texts stand for them. */
export function withTexts(look: Look, columns: readonly { name: string; type: string }[]): Look {
  const shown = new Set(columns.filter(({ type }) => ONLY_SHOWN.test(type)).map(({ name }) => name));
  const told = <T extends { column: string }>(part: T) => (shown.has(part.column) ? { ...part, asText: true } : part);
  return { ...look, where: look.where.map(told), order: look.order && told(look.order) };
}

function condition({ column, operator, value, asText = false }: Condition): string {
  const name = identifier(column);
  if (!needsValue(operator)) {
    return `${name} ${operator}`;
  }
  return asText || operator === "like" || operator === "ilike"
    ? `${name}::text ${operator} ${literal(value)}`
    : `${name} ${operator} ${literal(value)}`;
}

function where(conditions: Condition[]): string {
  return conditions.length === 0 ? "" : ` where ${conditions.map(condition).join(" and ")}`;
}

/**
 * Answers one cell for each row: an array of its columns as text, which tells null from the text of that name.
 *
 * @param key orders what is otherwise equal, so that pages do not overlap
 * @param nullable whether nulls must be kept to the end; if there are none, an index does the sorting
 */
export function select(
  table: TableRef,
  columns: readonly string[],
  look: Look,
  key: readonly string[] = [],
  nullable: (column: string) => boolean = () => true,
): string {
  const inner = columns.map((name, index) => `${identifier(name)}::text as c${index}`).join(", ");
  const rows =
    `select ${inner} from ${tableName(table)} t${where(look.where)}${orderBy(look.order, key, nullable)}` +
    ` limit ${Math.trunc(look.limit)} offset ${Math.trunc(look.offset)}`;
  return `select row_to_json(r)::text from (${rows}) r`;
}

/** Qualified: the names of the answer's cells could be those of columns. */
function orderBy(order: Order | null, key: readonly string[], nullable: (column: string) => boolean): string {
  const text = order?.asText ? "::text" : "";
  const first = order === null ? [] : [`${inT(order.column)}${text} ${direction(order, nullable(order.column))}`];
  const rest = key.filter((name) => name !== order?.column).map(inT);
  return first.length + rest.length === 0 ? "" : ` order by ${[...first, ...rest].join(", ")}`;
}

function direction({ descending }: Order, nulls: boolean): string {
  return `${descending ? "desc" : "asc"}${nulls ? " nulls last" : ""}`;
}

function inT(column: string): string {
  return `t.${identifier(column)}`;
}

export function count(table: TableRef, conditions: Condition[]): string {
  return `select count(*) from (select from ${tableName(table)}${where(conditions)} limit ${COUNTED + 1}) r`;
}

/** All of them, however long it takes. */
export function countAll(table: TableRef, conditions: Condition[]): string {
  return `select count(*) from ${tableName(table)}${where(conditions)}`;
}

/** How many Postgres believes there are: it need not look at a row for that. */
export function estimate(table: TableRef, conditions: Condition[]): string {
  return `explain (format json) select from ${tableName(table)}${where(conditions)}`;
}

/** The number in the answer to {@link estimate}; null if there is none. */
export function estimated(answer: { result: string[][] | null }): number | null {
  try {
    const text = (answer.result ?? [])
      .slice(1)
      .map(([line = ""]) => line)
      .join("\n");
    const [plan] = JSON.parse(text) as [{ Plan: { "Plan Rows": number } }];
    return plan.Plan["Plan Rows"];
  } catch {
    return null;
  }
}

/** All that is like this, as one JSON array with values of their own types. */
export function exported(table: TableRef, columns: readonly string[], look: Look, key: readonly string[]): string {
  const inner = columns.map((name) => `t.${identifier(name)}`).join(", ");
  const rows =
    `select ${inner} from ${tableName(table)} t${where(look.where)}${orderBy(look.order, key, () => true)}` +
    ` limit ${Math.trunc(look.limit)}`;
  return `select coalesce(json_agg(r), '[]')::text from (${rows}) r`;
}

/** The rows in the answer to {@link select}. */
export function rowsOf(answer: { result: string[][] | null }, columns: number): Cell[][] {
  return (answer.result ?? []).slice(1).map(([cell]) => {
    const row = JSON.parse(cell ?? "{}") as Record<string, Cell>;
    return Array.from({ length: columns }, (_, index) => row[`c${index}`] ?? null);
  });
}
