/** Something of the metadata that somebody saw, and the version in which it was so. */
export interface Seen<T> {
  what: T;
  version: number;
}

/**
 * The version on which a change is based: the latest in which what the user saw is still so. What else has changed
 * since, through herself or somebody else, does not concern her; if it is no longer so, the engine refuses the change.
 */
export function seenAt<T>(begun: Seen<T>, now: Seen<T>): number {
  return same(begun.what, now.what) ? now.version : begun.version;
}

/** Whether two readings say the same, of whichever version they are. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one, unversioned) === JSON.stringify(other, unversioned);
}

function unversioned(key: string, value: unknown): unknown {
  return key === "resource_version" ? undefined : value;
}
