import type { Shelf } from "../headers/memory.ts";
import type { TableRef } from "../metadata/names.ts";

const KEY = "dovetail:sql";
const TYPED = "dovetail:sql-typed";
const MOST = 30;

/** What was run lately in this tab, the last first: SQL may hold secrets. */
export function recall(shelf: Shelf): string[] {
  try {
    const known: unknown = JSON.parse(shelf.getItem(KEY) ?? "[]");
    return Array.isArray(known) ? known.filter((each) => typeof each === "string") : [];
  } catch {
    return [];
  }
}

export function remember(shelf: Shelf, sql: string): string[] {
  const next = [sql, ...recall(shelf).filter((each) => each !== sql)].slice(0, MOST);
  shelf.setItem(KEY, JSON.stringify(next));
  return next;
}

/** What was typed last in this tab, whether it was run or not. */
export function recallTyped(shelf: Shelf): string {
  return shelf.getItem(TYPED) ?? "";
}

export function rememberTyped(shelf: Shelf, sql: string): void {
  shelf.setItem(TYPED, sql);
}

/** Also what an earlier version kept beyond the tab. */
export function forget(local: Shelf, session: Shelf): void {
  local.removeItem(KEY);
  session.removeItem(KEY);
  session.removeItem(TYPED);
}

const NAME = String.raw`(?:"(?:[^"]|"")+"|[\p{L}_][\p{L}\p{N}_$]*)`;
const CALLED = String.raw`(${NAME})(?:\s*\.\s*(${NAME}))?`;
const MAKING = new RegExp(
  String.raw`\bcreate\s+(?:unlogged\s+|or\s+replace\s+|materialized\s+|recursive\s+)*(?:table|view)\s+` +
    String.raw`(?:if\s+not\s+exists\s+)?${CALLED}`,
  "giu",
);
const MAKING_FUNCTION = new RegExp(String.raw`\bcreate\s+(?:or\s+replace\s+)?function\s+${CALLED}\s*\(`, "giu");

/** Comments, and texts: what stands in them makes nothing. */
const UNHEEDED = /--[^\n]*|\/\*.*?\*\/|(\$\w*\$).*?\1|e'(?:[^'\\]|\\.|'')*'|'(?:[^']|'')*'|("(?:[^"]|"")*")/gis;

/** The tables and views that SQL seems to make. */
export function madeTables(sql: string): TableRef[] {
  return made(sql, MAKING);
}

/** The functions that SQL seems to make; whether they can be tracked is for the engine to say. */
export function madeFunctions(sql: string): TableRef[] {
  return made(sql, MAKING_FUNCTION);
}

function made(sql: string, making: RegExp): TableRef[] {
  const plain = sql.replaceAll(UNHEEDED, (_, _tag: string, name: string | undefined) => name ?? " ");
  return [...plain.matchAll(making)].map(([, first = "", second]) =>
    second === undefined ? { schema: "public", name: bare(first) } : { schema: bare(first), name: bare(second) },
  );
}

function bare(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name.toLowerCase();
}
