import { only } from "./only.ts";

/** How a remote field that takes a list of keys tells whose each of the objects is that it answers. */
export interface Batch {
  /** The field of these objects that holds the key. */
  matchBy: string;
  /** Whether a key leads to one of them, or to several. */
  type: "object" | "array";
}

export const NEW_BATCH: Batch = { matchBy: "", type: "object" };

/** As the metadata has it. */
export function writtenBatch({ matchBy, type }: Batch) {
  return { match_by: matchBy, type };
}

/** Null also for what a form would not give back whole. */
export function batchOf(written: unknown): Batch | null {
  if (typeof written !== "object" || written === null || !only(written, ["match_by", "type"])) {
    return null;
  }
  const { match_by: matchBy, type = "object" } = written as { match_by?: unknown; type?: unknown };
  return typeof matchBy === "string" && (type === "object" || type === "array") ? { matchBy, type } : null;
}
