import { isNumberAsWritten } from "../metadata/json.ts";
import { objectsOf, type MetadataObject } from "./objects.ts";

export interface Difference {
  kind: string;
  name: string;
  how: "added" | "removed" | "changed";
  before: unknown;
  after: unknown;
}

/** What importing would do, object by object. */
export function differences(before: unknown, after: unknown): Difference[] {
  const was = byName(objectsOf(before));
  const will = byName(objectsOf(after));
  const removed = [...was].filter(([key]) => !will.has(key)).map(([, object]) => told(object, "removed"));
  const others = [...will].flatMap(([key, object]) => {
    const old = was.get(key);
    if (old === undefined) {
      return [told(object, "added")];
    }
    return same(old.value, object.value) ? [] : [{ ...told(object, "changed"), before: old.value }];
  });
  return [...removed, ...others];
}

function byName(objects: MetadataObject[]): Map<string, MetadataObject> {
  return new Map(objects.map((object) => [`${object.kind} ${object.name}`, object]));
}

function told({ kind, name, value }: MetadataObject, how: Difference["how"]): Difference {
  return {
    kind,
    name,
    how,
    before: how === "removed" ? value : undefined,
    after: how === "removed" ? undefined : value,
  };
}

/** Whatever the order of the keys, and whether a table of the schema public is written short. */
function same(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** JSON in an order of its own, for comparing and for showing side by side. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, ordered, 2) ?? "";
}

function ordered(key: string, value: unknown): unknown {
  if ((key === "table" || key === "remote_table") && typeof value === "string") {
    return { name: value, schema: "public" };
  }
  return typeof value === "object" && value !== null && !Array.isArray(value) && !isNumberAsWritten(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;
}
