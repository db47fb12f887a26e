import { actionPath, remotePath, segment, tablePath } from "../metadata/names.ts";
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
  { name: "Create an action from an operation", to: "/actions/create/derive" },
  { name: "Create actions from OpenAPI", to: "/actions/create/openapi" },
  { name: "Types of actions", to: "/actions/types" },
  { name: "SQL", to: "/data/sql" },
  { name: "Connect a database", to: "/data/connect" },
  { name: "Add a remote schema", to: "/remote-schemas/add" },
  { name: "Metadata: export, import, reload, reset", to: "/settings/metadata" },
  { name: "Inconsistencies", to: "/settings/inconsistencies" },
  { name: "Roles", to: "/settings/roles" },
  { name: "About", to: "/settings/about" },
].map((place) => ({ ...place, key: place.to, kind: "page" }));

/** What each database has. */
const IN_SOURCE = [
  { name: "Create a table", path: "create-table" },
  { name: "Track tables", path: "untracked" },
  { name: "Suggested relationships", path: "suggestions" },
  { name: "Functions", path: "functions" },
  { name: "Native queries", path: "queries" },
];

/** Of one database among several the name is said; then they are too many to be shown unasked. */
function inSources(sources: readonly string[], search: string): Destination[] {
  const several = sources.length > 1;
  return (several && search === "" ? [] : sources).flatMap((source) =>
    IN_SOURCE.map(({ name, path }) => {
      const to = `/data/${segment(source)}/${path}`;
      return { key: to, name: several ? `${name} in ${source}` : name, kind: "page", to };
    }),
  );
}

/** @param sources the names of the databases */
export function places(
  pages: { path: string; name: string }[],
  sources: readonly string[],
  search: string,
): Destination[] {
  const all = [
    ...pages.map(({ path, name }) => ({ key: path, name, kind: "page", to: path })),
    ...inSources(sources, search),
    ...PLACES,
  ];
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
