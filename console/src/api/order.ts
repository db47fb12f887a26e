/**
 * The values in their new order when the pointer that holds one of them has passed the middle of others; null when it
 * has not.
 *
 * @param from where the held one stands
 * @param middles of all, in their order, on the same axis as the pointer
 */
export function moved<T>(values: T[], from: number, pointer: number, middles: number[]): T[] | null {
  const held = values[from];
  const to = middles.filter((middle, i) => i !== from && (i < from ? middle <= pointer : middle < pointer)).length;
  if (from === to || held === undefined) {
    return null;
  }
  return values.toSpliced(from, 1).toSpliced(to, 0, held);
}
