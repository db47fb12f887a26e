-- The whole catalog as one JSON object. Rows are arrays, not objects, to keep thousands of tables small; CatalogJson reads
-- them by position. Types are sent once, by oid.
WITH spaces AS MATERIALIZED (
  SELECT oid, nspname
  FROM pg_catalog.pg_namespace
  WHERE nspname NOT LIKE 'pg\_%'
    AND nspname NOT IN ('information_schema', 'hdb_catalog', 'hdb_lib', '_timescaledb_internal')
),
relations AS MATERIALIZED (
  SELECT c.oid, s.nspname, c.relname, c.relkind, c.reltype
  FROM pg_catalog.pg_class c JOIN spaces s ON s.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm')
),
columns AS MATERIALIZED (
  SELECT a.attrelid, a.attnum, a.attname, a.atttypid, a.attidentity,
         a.attnotnull OR (t.typtype = 'd' AND t.typnotnull) AS required,
         a.atthasdef AND a.attgenerated = '' OR t.typdefault IS NOT NULL AS defaulted,
         a.attgenerated <> '' AS generated
  FROM relations r
  JOIN pg_catalog.pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped
  JOIN pg_catalog.pg_type t ON t.oid = a.atttypid
),
routines AS MATERIALIZED (
  SELECT p.oid, s.nspname, p.proname, p.provolatile, p.provariadic, p.proretset, p.prorettype, p.proargtypes,
         p.proallargtypes, p.proargmodes, p.proargnames, p.pronargdefaults
  FROM pg_catalog.pg_proc p JOIN spaces s ON s.oid = p.pronamespace
  WHERE p.prokind = 'f'
),
types AS MATERIALIZED (
  WITH RECURSIVE used(oid) AS (
    SELECT oid FROM (
      SELECT atttypid AS oid FROM columns
      UNION SELECT prorettype FROM routines
      UNION SELECT unnest(proargtypes) FROM routines
    ) direct
    UNION
    SELECT x.oid
    FROM used u
    JOIN pg_catalog.pg_type t ON t.oid = u.oid
    CROSS JOIN LATERAL (VALUES (t.typbasetype), (CASE WHEN t.typcategory = 'A' THEN t.typelem ELSE 0 END)) x(oid)
    WHERE x.oid <> 0
  )
  SELECT t.oid, n.nspname, t.typname, t.typtype, t.typbasetype, t.typrelid,
         CASE WHEN t.typcategory = 'A' AND t.typlen = -1 AND t.typtype = 'b' THEN t.typelem ELSE 0 END AS element
  FROM used u
  JOIN pg_catalog.pg_type t ON t.oid = u.oid
  JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
),
comments AS MATERIALIZED (
  SELECT classoid, objoid, objsubid, description
  FROM pg_catalog.pg_description
  WHERE classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
     OR classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
)
SELECT json_build_object(
  'version', current_setting('server_version'),
  'types', (
    SELECT coalesce(json_agg(json_build_array(oid::int8, nspname, typname, typtype, typbasetype::int8, element::int8, typrelid::int8)), '[]')
    FROM types
  ),
  'tables', (
    SELECT coalesce(json_agg(json_build_array(
        r.oid::int8, r.nspname, r.relname, r.relkind,
        CASE WHEN r.relkind = 'v' THEN pg_catalog.pg_relation_is_updatable(r.oid, true)
             WHEN r.relkind = 'm' THEN 0 ELSE 28 END,
        c.description
      ) ORDER BY r.nspname COLLATE "C", r.relname COLLATE "C"), '[]')
    FROM relations r
    LEFT JOIN comments c
      ON c.objoid = r.oid AND c.objsubid = 0 AND c.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  ),
  'columns', (
    SELECT coalesce(json_agg(json_build_array(
        a.attrelid::int8, a.attnum, a.attname, a.atttypid::int8, a.required, a.defaulted, a.attidentity, a.generated,
        c.description
      ) ORDER BY a.attrelid, a.attnum), '[]')
    FROM columns a
    LEFT JOIN comments c
      ON c.objoid = a.attrelid AND c.objsubid = a.attnum AND c.classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
  ),
  'keys', (
    SELECT coalesce(json_agg(json_build_array(i.indrelid::int8, x.relname, i.indisprimary, i.indkey::int2[])
      ORDER BY i.indrelid, x.relname COLLATE "C"), '[]')
    FROM relations r
    JOIN pg_catalog.pg_index i ON i.indrelid = r.oid AND i.indisunique
    JOIN pg_catalog.pg_class x ON x.oid = i.indexrelid
  ),
  'foreign_keys', (
    SELECT coalesce(json_agg(json_build_array(k.conrelid::int8, k.conname, k.confrelid::int8, k.conkey, k.confkey)
      ORDER BY k.conrelid, k.conname COLLATE "C"), '[]')
    FROM relations r
    JOIN pg_catalog.pg_constraint k ON k.conrelid = r.oid AND k.contype = 'f'
    -- A key to a partitioned table has a copy for each of its partitions.
    LEFT JOIN pg_catalog.pg_constraint parent ON parent.oid = k.conparentid
    WHERE parent.oid IS NULL OR parent.conrelid <> k.conrelid
  ),
  'functions', (
    SELECT coalesce(json_agg(json_build_array(
        p.oid::int8, p.nspname, p.proname, p.provolatile, p.provariadic <> 0, p.proretset, p.prorettype::int8,
        p.proargtypes::int8[], p.proargmodes, p.proargnames, p.pronargdefaults, c.description
      ) ORDER BY p.nspname COLLATE "C", p.proname COLLATE "C", p.oid), '[]')
    FROM routines p
    LEFT JOIN comments c
      ON c.objoid = p.oid AND c.objsubid = 0 AND c.classoid = 'pg_catalog.pg_proc'::pg_catalog.regclass
  )
)
