import { useQuery } from "@tanstack/react-query";
import type { TableRef } from "../../metadata/names.ts";
import { useSend } from "../../metadata/useEngine.ts";
import type { SqlAnswer } from "../useSql.ts";
import { describe, described } from "./describe.ts";

/** Reads Postgres's catalog, again after every change. */
export function useCatalog<T>(source: string, sql: string, read: (answer: SqlAnswer) => T) {
  const send = useSend();
  return useQuery({
    queryKey: ["catalog", source, sql],
    queryFn: async () => {
      const answer = await send("v2/query", { type: "run_sql", args: { source, sql, read_only: true } });
      return read(answer as SqlAnswer);
    },
  });
}

export function useDescribed(source: string, table: TableRef) {
  return useCatalog(source, describe(table), described);
}

/** The first column of the answer. */
export function firsts({ result }: SqlAnswer): string[] {
  return (result ?? []).slice(1).map(([cell = ""]) => cell);
}

const SCHEMAS =
  "select nspname from pg_namespace where nspname !~ '^pg_' and nspname not in ('information_schema', 'hdb_catalog')" +
  " order by nspname";

export function useSchemas(source: string) {
  return useCatalog(source, SCHEMAS, firsts);
}

/** Types that somebody has made: enumerations, domains, those of extensions. */
const TYPES =
  "select format_type(t.oid, null) from pg_type t join pg_namespace n on n.oid = t.typnamespace" +
  " where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'hdb_catalog')" +
  " and t.typtype in ('e', 'd', 'b', 'r') and t.typelem = 0 order by 1 limit 500";

export function useTypes(source: string): string[] {
  const made = useCatalog(source, TYPES, firsts);
  return [...new Set([...USUAL_TYPES, ...(made.data ?? [])])];
}

const USUAL_TYPES = [
  "integer",
  "bigint",
  "serial",
  "bigserial",
  "text",
  "boolean",
  "numeric",
  "uuid",
  "timestamptz",
  "timestamp",
  "date",
  "time",
  "timetz",
  "interval",
  "jsonb",
  "json",
  "smallint",
  "real",
  "double precision",
  "varchar(255)",
  "char(1)",
  "bytea",
  "inet",
  "text[]",
  "integer[]",
];
