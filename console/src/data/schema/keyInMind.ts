import type { TableRef } from "../../metadata/names.ts";
import type { Pair } from "../../parts/Pairs.tsx";
import type { KeyDraft, Reaction } from "./ddl.ts";

/** A foreign key being written: the table may not be chosen yet. */
export interface KeyInMind {
  table: TableRef | null;
  pairs: Pair[];
  onUpdate: Reaction;
  onDelete: Reaction;
}

export const NO_KEY: KeyInMind = { table: null, pairs: [], onUpdate: "restrict", onDelete: "restrict" };

/** The key, once it is whole. */
export function keyOf({ table, pairs, onUpdate, onDelete }: KeyInMind): KeyDraft | null {
  const whole = pairs.filter((pair) => pair.from !== "" && pair.to !== "");
  return table === null || whole.length === 0 ? null : { table, pairs: whole, onUpdate, onDelete };
}
