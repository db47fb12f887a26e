/** How a database is reached and what its names are made of, as a form holds it. */

export interface Pool {
  max_connections?: number;
  total_max_connections?: number;
  idle_timeout?: number;
  retries?: number;
  pool_timeout?: number;
  connection_lifetime?: number;
  [more: string]: unknown;
}

export type DatabaseUrl = string | { from_env: string } | Record<string, unknown>;

export interface SourceSettings {
  name: string;
  kind: string;
  configuration?: {
    connection_info?: {
      database_url?: DatabaseUrl;
      pool_settings?: Pool;
      isolation_level?: string;
      use_prepared_statements?: boolean;
      [more: string]: unknown;
    };
    [more: string]: unknown;
  };
  customization?: {
    naming_convention?: string;
    root_fields?: { namespace?: string; prefix?: string; suffix?: string };
    type_names?: { prefix?: string; suffix?: string };
  };
}

export type Prepared = "usual" | "always" | "never";

export interface SourceDraft {
  name: string;
  /** How the address is told; `other` is kept as it is. */
  from: "url" | "env" | "other";
  address: string;
  /** Numbers as typed; empty is the usual. */
  pool: Record<PoolKey, string>;
  isolation: string;
  /** The usual is to prepare, unless a pooler stands before the database. */
  prepared: Prepared;
  naming: string;
  namespace: string;
  rootPrefix: string;
  rootSuffix: string;
  typePrefix: string;
  typeSuffix: string;
}

export const POOL = {
  max_connections: "Connections at most",
  idle_timeout: "Idle timeout, seconds",
  retries: "Retries",
  pool_timeout: "Wait for a connection, seconds",
  connection_lifetime: "Lifetime of a connection, seconds",
} as const;
export type PoolKey = keyof typeof POOL;
export const POOL_KEYS = Object.keys(POOL) as PoolKey[];

export function draftOf({ name, configuration, customization }: SourceSettings): SourceDraft {
  const info = configuration?.connection_info ?? {};
  const url = info.database_url ?? "";
  const env = typeof url === "object" && typeof url.from_env === "string" ? url.from_env : null;
  const { root_fields: root = {}, type_names: types = {} } = customization ?? {};
  return {
    name,
    from: typeof url === "string" ? "url" : env === null ? "other" : "env",
    address: typeof url === "string" ? url : (env ?? ""),
    pool: Object.fromEntries(
      POOL_KEYS.map((key) => [key, info.pool_settings?.[key] === undefined ? "" : String(info.pool_settings[key])]),
    ) as Record<PoolKey, string>,
    isolation: info.isolation_level ?? "read-committed",
    prepared: preparedOf(info.use_prepared_statements),
    naming: customization?.naming_convention ?? "hasura-default",
    namespace: root.namespace ?? "",
    rootPrefix: root.prefix ?? "",
    rootSuffix: root.suffix ?? "",
    typePrefix: types.prefix ?? "",
    typeSuffix: types.suffix ?? "",
  };
}

function preparedOf(said: boolean | undefined): Prepared {
  return said === undefined ? "usual" : said ? "always" : "never";
}

export const NO_SOURCE: SourceDraft = draftOf({ name: "", kind: "postgres" });

/** What is missing before it can be saved, or null. */
export function problemOf(draft: SourceDraft): string | null {
  if (draft.name.trim() === "" || (draft.from !== "other" && draft.address.trim() === "")) {
    return "A name and an address.";
  }
  return POOL_KEYS.every((key) => /^\d{0,9}$/.test(draft.pool[key].trim())) ? null : "The pool's settings are numbers.";
}

/** As the metadata has it. @param before whose other keys stay */
export function configurationOf(draft: SourceDraft, before?: SourceSettings) {
  const { connection_info: info = {}, ...others } = before?.configuration ?? {};
  const {
    database_url: url,
    pool_settings: oldPool = {},
    isolation_level: _i,
    use_prepared_statements: _u,
    ...kept
  } = info;
  const pool: Pool = { ...oldPool };
  for (const key of POOL_KEYS) {
    const text = draft.pool[key].trim();
    if (text === "") {
      delete pool[key];
    } else {
      pool[key] = Number(text);
    }
  }
  const address = draft.address.trim();
  return {
    ...others,
    connection_info: {
      ...kept,
      database_url: draft.from === "other" ? url : draft.from === "env" ? { from_env: address } : address,
      ...(Object.keys(pool).length > 0 ? { pool_settings: pool } : {}),
      ...(draft.isolation === "read-committed" ? {} : { isolation_level: draft.isolation }),
      ...(draft.prepared === "usual" ? {} : { use_prepared_statements: draft.prepared === "always" }),
    },
  };
}

export function customizationOf(draft: SourceDraft) {
  const root = some({ namespace: draft.namespace, prefix: draft.rootPrefix, suffix: draft.rootSuffix });
  const types = some({ prefix: draft.typePrefix, suffix: draft.typeSuffix });
  return {
    ...(draft.naming === "hasura-default" ? {} : { naming_convention: draft.naming }),
    ...(root ? { root_fields: root } : {}),
    ...(types ? { type_names: types } : {}),
  };
}

function some(parts: Record<string, string>): Record<string, string> | null {
  const filled = Object.entries(parts).filter(([, text]) => text.trim() !== "");
  return filled.length === 0 ? null : Object.fromEntries(filled.map(([key, text]) => [key, text.trim()]));
}
