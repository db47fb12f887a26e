/** How a remote field that takes a list of keys tells whose each of the objects is that it answers. */
export interface Batch {
  /** The field of these objects that holds the key. */
  matchBy: string;
  /** Whether a key leads to one of them, or to several. */
  type: "object" | "array";
}

export const NEW_BATCH: Batch = { matchBy: "", type: "object" };

type Written = { match_by?: unknown; type?: unknown };

/** As the metadata has it. */
export function writtenBatch({ matchBy, type }: Batch) {
  return { match_by: matchBy, type };
}

export function batchOf(written: unknown): Batch | null {
  const { match_by, type } = (written ?? {}) as Written;
  return typeof match_by === "string" ? { matchBy: match_by, type: type === "array" ? "array" : "object" } : null;
}
