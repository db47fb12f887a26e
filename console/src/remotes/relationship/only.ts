/** Whether an object of the metadata has no other keys: a form would lose these. */
export function only(part: object, keys: readonly string[]): boolean {
  return Object.keys(part).every((key) => keys.includes(key));
}
