import { namesOf } from "./check.ts";
import { printTypes } from "./print.ts";
import type { CustomTypes, Action } from "./types.ts";

/** What the engine says an action would be that stands before an operation. */
export interface Derived {
  action: Action;
  custom_types: CustomTypes;
  operation: string;
}

/** The part of the browser's `Storage` that is needed here. */
type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const KEY = "dovetail:derived-actions";

/**
 * Remembers from which operation an action was derived, for its handler's code: metadata has no place for it, so only
 * the browser in which it was made knows, as in the reference.
 */
export function remember(action: string, operation: string, shelf: Shelf): void {
  shelf.setItem(KEY, JSON.stringify({ ...all(shelf), [action]: operation }));
}

export function recall(action: string, shelf: Shelf): string {
  return all(shelf)[action] ?? "";
}

function all(shelf: Shelf): Record<string, string> {
  try {
    const known = JSON.parse(shelf.getItem(KEY) ?? "{}") as Record<string, unknown> | null;
    return Object.fromEntries(
      Object.entries(known ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}

/** Names that other types have already: to save the new ones would replace those. Who is the same does not count. */
export function taken(known: CustomTypes, coming: CustomTypes): string[] {
  return namesOf(coming).filter((name) => {
    const there = printed(known, name);
    return there !== "" && there !== printed(coming, name);
  });
}

function printed(types: CustomTypes, name: string): string {
  const only = <T extends { name: string }>(list: T[] | undefined) => (list ?? []).filter((type) => type.name === name);
  return printTypes({
    input_objects: only(types.input_objects),
    interfaces: only(types.interfaces),
    objects: only(types.objects),
    unions: only(types.unions),
    enums: only(types.enums),
    scalars: only(types.scalars),
  });
}

/** The types there are, with the new ones' relationships to be found among them. */
export function knownWith(known: CustomTypes, derived: CustomTypes): CustomTypes {
  const there = new Set((known.objects ?? []).map((type) => type.name));
  return {
    ...known,
    objects: [...(known.objects ?? []), ...(derived.objects ?? []).filter((type) => !there.has(type.name))],
  };
}
