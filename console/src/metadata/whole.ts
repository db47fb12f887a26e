import type { useSend } from "./useEngine.ts";

/** As many as the engine answers at once. */
const MOST = 500;

/**
 * All that a list of the engine has, also on pages that nobody has looked at.
 *
 * @param read what one page has of it
 */
export async function whole<P, T>(
  send: ReturnType<typeof useSend>,
  type: string,
  wanted: object,
  read: (page: P) => readonly T[],
): Promise<T[]> {
  const found: T[] = [];
  for (;;) {
    const args = { ...wanted, limit: MOST, offset: found.length };
    const next = read((await send("v1/metadata", { type, args })) as P);
    found.push(...next);
    if (next.length < MOST) {
      return found;
    }
  }
}
