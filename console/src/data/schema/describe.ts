/** What the catalog of Postgres tells of a table beyond what the engine needs: types, defaults, checks, indexes. */
import type { TableRef } from "../../metadata/names.ts";
import { literal } from "../sql.ts";

export interface ColumnFacts {
  name: string;
  /** With its measures: `character varying(20)`. */
  type: string;
  nullable: boolean;
  /** SQL; of a generated column what it is made of. */
  fallback: string | null;
  identity: "" | "a" | "d";
  generated: boolean;
  comment: string | null;
}

export interface ConstraintFacts {
  name: string;
  kind: "p" | "u" | "f" | "c" | "x";
  columns: string[];
  /** As it would be written in SQL. */
  definition: string;
}

export interface IndexFacts {
  name: string;
  definition: string;
  /** Whether it is there for the sake of a constraint, and goes with it. */
  owned: boolean;
}

export interface Described {
  columns: ColumnFacts[];
  constraints: ConstraintFacts[];
  indexes: IndexFacts[];
  triggers: { name: string; definition: string; enabled: boolean }[];
  /** Of a view. */
  definition: string | null;
  /** By what a partitioned table is divided. */
  partition: string | null;
}

const COLUMNS = `select json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
  'nullable', not a.attnotnull, 'fallback', pg_get_expr(d.adbin, d.adrelid), 'identity', a.attidentity,
  'generated', a.attgenerated <> '', 'comment', col_description(a.attrelid, a.attnum)) as j, a.attnum as o
  from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped`;

const CONSTRAINTS = `select json_build_object('name', k.conname, 'kind', k.contype,
  'definition', pg_get_constraintdef(k.oid),
  'columns', array(select a.attname from unnest(k.conkey) with ordinality u(n, o)
  join pg_attribute a on a.attrelid = t.oid and a.attnum = u.n order by u.o)) as j, k.conname as o
  from pg_constraint k where k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'c', 'x')`;

const INDEXES = `select json_build_object('name', c.relname, 'definition', pg_get_indexdef(i.indexrelid),
  'owned', exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))) as j,
  c.relname as o from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = t.oid`;

const TRIGGERS = `select json_build_object('name', g.tgname, 'definition', pg_get_triggerdef(g.oid),
  'enabled', g.tgenabled <> 'D') as j, g.tgname as o from pg_trigger g where g.tgrelid = t.oid and not g.tgisinternal`;

const all = (query: string) => `(select coalesce(json_agg(j order by o), '[]') from (${query}) q)`;

/** Answers one cell. */
export function describe(table: TableRef): string {
  return `select json_build_object('columns', ${all(COLUMNS)}, 'constraints', ${all(CONSTRAINTS)},
  'indexes', ${all(INDEXES)}, 'triggers', ${all(TRIGGERS)},
  'definition', case when t.relkind in ('v', 'm') then pg_get_viewdef(t.oid) end,
  'partition', case when t.relkind = 'p' then pg_get_partkeydef(t.oid) end)::text
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where n.nspname = ${literal(table.schema)} and t.relname = ${literal(table.name)}`;
}

/** Those in the answer to {@link describe}; a table that is gone has none. */
export function described(answer: { result: string[][] | null }): Described {
  const cell = answer.result?.[1]?.[0];
  const nothing = { columns: [], constraints: [], indexes: [], triggers: [], definition: null, partition: null };
  return cell === undefined ? nothing : (JSON.parse(cell) as Described);
}

/** The constraint that holds each value of this column to be there once. */
export function uniqueOf({ constraints }: Described, column: string): string | null {
  const own = constraints.find(({ kind, columns }) => kind === "u" && columns.length === 1 && columns[0] === column);
  return own?.name ?? null;
}
