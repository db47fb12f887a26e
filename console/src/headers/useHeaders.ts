import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import { sent, type HeaderRow } from "./headers.ts";
import { loadRows, storeRows } from "./memory.ts";

const SETTLED_MILLIS = 500;

/** The rows, and what of them is sent once the user has stopped typing. */
export function useHeaders(secret: string | null) {
  const [rows, setRows] = useState<HeaderRow[]>(() => loadRows(localStorage, sessionStorage, secret));
  useEffect(() => storeRows(rows, localStorage, sessionStorage), [rows]);
  const now = JSON.stringify(sent(rows));
  const [settled] = useDebouncedValue(now, SETTLED_MILLIS);
  // The same object while nothing changed: a new one makes GraphiQL ask for the schema again.
  const headers = useMemo(() => JSON.parse(settled) as Record<string, string>, [settled]);
  return { rows, setRows, headers };
}
