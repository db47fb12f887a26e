import { useCallback, useEffect, useState } from "react";
import { takeEarly } from "../early.ts";
import { LazySchema } from "./lazy.ts";
import { askForSchema } from "./read.ts";

export interface SchemaState {
  /** The last one that came, while the next is being read; null before the first, and after a failure. */
  schema: LazySchema | null;
  /** Why there is none. */
  failure: string | null;
  busy: boolean;
  /** Reads it anew. */
  reload(): void;
}

const NONE = { schema: null, failure: null };

/** The schema that those headers lead to. */
export function useSchema(headers: Record<string, string>): SchemaState {
  const [known, setKnown] = useState<Pick<SchemaState, "schema" | "failure">>(NONE);
  const [busy, setBusy] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    let left = false;
    setBusy(true);
    const early = takeEarly(headers);
    let asked = early ?? askForSchema(headers);
    async function read() {
      let reading = await asked.reading;
      if (!left && early !== null && reading.kind === "failed") {
        // Perhaps the engine was not up yet.
        asked = askForSchema(headers);
        reading = await asked.reading;
      }
      if (!left) {
        setBusy(false);
        setKnown(
          reading.kind === "read"
            ? { schema: new LazySchema(reading.text), failure: null }
            : { schema: null, failure: reading.message },
        );
      }
    }
    void read();
    return () => {
      left = true;
      asked.stop();
    };
  }, [headers, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...known, busy, reload };
}
