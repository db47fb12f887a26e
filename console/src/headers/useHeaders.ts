import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import { sent, type HeaderRow } from "./headers.ts";
import { loadRows, storeRows } from "./memory.ts";

const SETTLED_MILLIS = 500;

/**
 * The rows, and the headers they make: those of this moment, for what the user asks, and those of when nobody had typed
 * for a while, for what is asked by itself.
 */
export function useHeaders(secret: string | null) {
  const [rows, setRows] = useState<HeaderRow[]>(() => loadRows(localStorage, sessionStorage, secret));
  useEffect(() => storeRows(rows, localStorage, sessionStorage), [rows]);
  const now = JSON.stringify(sent(rows));
  const [settled] = useDebouncedValue(now, SETTLED_MILLIS);
  // The same objects while nothing changed: a new one makes the page ask for the schema again.
  return { rows, setRows, headers: useParsed(now), settled: useParsed(settled) };
}

function useParsed(text: string): Record<string, string> {
  return useMemo(() => JSON.parse(text) as Record<string, string>, [text]);
}
