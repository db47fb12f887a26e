import { useState } from "react";
import type { Command } from "../metadata/call.ts";
import { useChange } from "../metadata/useEngine.ts";

/**
 * What a form holds that changes one object: begun with what its user saw, and saved for that version of the metadata,
 * whatever is read anew meanwhile.
 *
 * @param said what of a draft counts as said by the user
 */
export function useDraft<D extends object>(begin: () => D, version: number, said: (draft: D) => D = (draft) => draft) {
  const [begun] = useState(() => ({ draft: begin(), version }));
  const [draft, setDraft] = useState(begun.draft);
  const { busy, make } = useChange();
  return {
    draft,
    put: (part: Partial<D>) => setDraft({ ...draft, ...part }),
    dirty: JSON.stringify(said(draft)) !== JSON.stringify(said(begun.draft)),
    busy,
    /** Whether it was saved. */
    save: (commands: Command[], done: string) => make(commands, begun.version, done),
  };
}
