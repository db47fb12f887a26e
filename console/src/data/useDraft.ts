import { useRef, useState } from "react";
import type { Command } from "../metadata/call.ts";
import { same } from "../metadata/seen.ts";
import { useChange } from "../metadata/useEngine.ts";

/**
 * What a form holds that changes one object. It begins with what its user sees, and anew with what is read anew as long
 * as she has changed nothing; then it stays hers, and is saved for the latest version in which the object is still as
 * she saw it.
 *
 * @param begin what the form holds of the object as it is now
 * @param said what of a draft counts as said by the user
 */
export function useDraft<D extends object>(begin: () => D, version: number, said: (draft: D) => unknown = itself) {
  const now = { draft: begin(), version };
  const [begun, setBegun] = useState(now);
  const [draft, setDraft] = useState(begun.draft);
  const { busy, make } = useChange();
  const dirty = !same(said(draft), said(begun.draft));
  const latest = useRef(now);
  latest.current = now;

  function restart() {
    setBegun(latest.current);
    setDraft(latest.current.draft);
  }

  const moved = !same(now.draft, begun.draft);
  if (moved && !dirty && !busy) {
    restart();
  }
  return {
    draft,
    put: (part: Partial<D>) => setDraft((before) => ({ ...before, ...part })),
    dirty,
    busy,
    discard: restart,
    /** Whether it was saved. */
    save: async (commands: Command | readonly Command[], done: string) => {
      const saved = await make(commands, moved ? begun.version : version, done);
      if (saved) {
        restart();
      }
      return saved;
    },
  };
}

function itself<D>(draft: D): D {
  return draft;
}
