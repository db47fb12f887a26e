import { actionPath, remotePath, tablePath } from "../metadata/names.ts";
import type { ObjectHit } from "../metadata/types.ts";

export interface Destination {
  key: string;
  name: string;
  /** What kind of thing it is. */
  kind: string;
  to: string;
}

/** Where the palette leads besides to objects. */
const PLACES: Destination[] = [
  { name: "Create an action", to: "/actions/create" },
  { name: "Types of actions", to: "/actions/types" },
  { name: "SQL", to: "/data/sql" },
  { name: "Connect a database", to: "/data/connect" },
  { name: "Add a remote schema", to: "/remote-schemas/add" },
  { name: "Metadata: export, import, reload, reset", to: "/settings/metadata" },
  { name: "Inconsistencies", to: "/settings/inconsistencies" },
  { name: "Roles", to: "/settings/roles" },
  { name: "About", to: "/settings/about" },
].map((place) => ({ ...place, key: place.to, kind: "page" }));

export function places(pages: { path: string; name: string }[], search: string): Destination[] {
  const all = [...pages.map(({ path, name }) => ({ key: path, name, kind: "page", to: path })), ...PLACES];
  const words = search.toLowerCase().split(/\s+/);
  return all.filter((place) => words.every((word) => place.name.toLowerCase().includes(word)));
}

export function destination(hit: ObjectHit): Destination {
  switch (hit.kind) {
    case "table": {
      const source = hit.source ?? "default";
      const table = hit.table ?? { schema: "public", name: hit.name };
      const kind = hit.tracked ? `table in ${source}` : `untracked table in ${source}`;
      return { key: `t/${source}/${table.schema}/${table.name}`, name: hit.name, kind, to: tablePath(source, table) };
    }
    case "action":
      return { key: `a/${hit.name}`, name: hit.name, kind: "action", to: actionPath(hit.name) };
    case "custom_type":
      return { key: `c/${hit.name}`, name: hit.name, kind: "type", to: "/actions/types" };
    case "remote_schema":
      return { key: `r/${hit.name}`, name: hit.name, kind: "remote schema", to: remotePath(hit.name) };
  }
}
