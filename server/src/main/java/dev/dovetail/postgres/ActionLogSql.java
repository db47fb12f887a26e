package dev.dovetail.postgres;

/**
 * The statements of {@link PgActionLog}. All time is the database's: clocks of instances may differ, and a lease must
 * mean the same to each.
 */
final class ActionLogSql {
    private ActionLogSql() {}

    static final String ADD = """
            WITH added AS (
              INSERT INTO hdb_catalog.hdb_action_log
                (action_name, input_payload, request_headers, session_variables, status)
              VALUES (($1::text), ($2::text)::jsonb, ($3::text)::jsonb, ($4::text)::jsonb, 'created')
              RETURNING id
            )
            SELECT convert_to(id::text, 'UTF8') FROM added""";

    static final String FIND = """
            SELECT convert_to(coalesce((
              SELECT json_build_object('created_at', created_at, 'output', response_payload, 'errors', errors,
                'session', session_variables)
              FROM hdb_catalog.hdb_action_log
              WHERE id = ($1::text)::uuid AND action_name = ($2::text)
            ), 'null')::text, 'UTF8')""";

    /**
     * For people. What is internal to errors may hold the request with its headers. To count a long log takes long, so
     * that ends somewhere.
     */
    static final String PAGE = """
            WITH wanted AS NOT MATERIALIZED (
              SELECT * FROM hdb_catalog.hdb_action_log
              WHERE (($1::text) IS NULL OR action_name = ($1::text)) AND (($2::text) IS NULL OR status = ($2::text))
            ), page AS (
              SELECT * FROM wanted ORDER BY created_at DESC, id
              OFFSET ($4::text)::bigint LIMIT ($5::text)::bigint
            )
            SELECT convert_to(json_build_object(
              'total', (SELECT count(*) FROM (SELECT 1 FROM wanted LIMIT 10001) AS counted),
              'calls', coalesce((
                SELECT json_agg(json_build_object(
                  'id', id, 'action', action_name, 'status', status, 'created_at', created_at,
                  'finished_at', response_received_at, 'role', session_variables ->> 'x-hasura-role',
                  'errors', CASE WHEN jsonb_typeof(errors) = 'object' THEN errors - 'internal' END,
                  'input', CASE WHEN ($3::text)::boolean THEN input_payload END,
                  'output', CASE WHEN ($3::text)::boolean THEN response_payload END
                ) ORDER BY created_at DESC, id)
                FROM page), '[]'::json)
            )::text, 'UTF8')""";

    static final String CLEAR = """
            WITH gone AS (DELETE FROM hdb_catalog.hdb_action_log WHERE action_name = ($1::text) RETURNING 1)
            SELECT convert_to(count(*)::text, 'UTF8') FROM gone""";

    /** Its index for pages is built while nobody can write, so not for a log that is long by now. */
    private static final String SHORT = """
            (SELECT count(*) <= 100000 FROM (SELECT 1 FROM hdb_catalog.hdb_action_log LIMIT 100001) AS counted)""";

    static final String PREPARED = """
            SELECT convert_to((
              (SELECT count(*) = 3 FROM pg_catalog.pg_attribute
               WHERE attrelid = 'hdb_catalog.hdb_action_log'::regclass AND NOT attisdropped
                 AND attname IN ('dovetail_lease_until', 'dovetail_lease_holder', 'dovetail_tries'))
              AND to_regclass('hdb_catalog.dovetail_action_log_open') IS NOT NULL
              AND (to_regclass('hdb_catalog.dovetail_action_log_page') IS NOT NULL OR NOT %s)
            )::text, 'UTF8')""".formatted(SHORT);

    /**
     * Columns without a default: nothing is rewritten. The reference names the columns it uses and does not mind more.
     * The first index holds only what is still to be done, because the log may be long. A lock that is not had soon is
     * not waited for, since all that comes after would wait behind us.
     */
    static final String PREPARE = """
            SET LOCAL lock_timeout = '3s';
            SELECT pg_advisory_xact_lock(6042601138155);
            ALTER TABLE hdb_catalog.hdb_action_log
              ADD COLUMN IF NOT EXISTS dovetail_lease_until timestamptz,
              ADD COLUMN IF NOT EXISTS dovetail_lease_holder uuid,
              ADD COLUMN IF NOT EXISTS dovetail_tries integer;
            CREATE INDEX IF NOT EXISTS dovetail_action_log_open ON hdb_catalog.hdb_action_log (created_at)
              WHERE status IN ('created', 'processing');
            DO $$ BEGIN
              IF %s THEN
                CREATE INDEX IF NOT EXISTS dovetail_action_log_page ON hdb_catalog.hdb_action_log (created_at DESC, id);
              END IF;
            END $$;""".formatted(SHORT);

    static final String TAKE = """
            WITH due AS (
              SELECT id FROM hdb_catalog.hdb_action_log
              WHERE status IN ('created', 'processing')
                AND (status = 'created' OR dovetail_lease_until < clock_timestamp())
                AND action_name = ANY (($1::text[]))
              ORDER BY created_at
              LIMIT ($2::text)::integer
              FOR UPDATE SKIP LOCKED
            ), taken AS (
              UPDATE hdb_catalog.hdb_action_log AS log
              SET status = 'processing', dovetail_lease_until = clock_timestamp() + ($3::text)::interval,
                dovetail_lease_holder = ($4::text)::uuid, dovetail_tries = coalesce(dovetail_tries, 0) + 1
              FROM due WHERE log.id = due.id
              RETURNING log.*
            )
            SELECT convert_to(coalesce(json_agg(json_build_object(
              'id', id, 'action_name', action_name, 'input', input_payload, 'headers', request_headers,
              'session', session_variables, 'tries', dovetail_tries,
              'age_ms', floor(1000 * extract(epoch FROM clock_timestamp() - created_at))::bigint
            ) ORDER BY created_at), '[]')::text, 'UTF8') FROM taken""";

    static final String RENEW = """
            WITH renewed AS (
              UPDATE hdb_catalog.hdb_action_log SET dovetail_lease_until = clock_timestamp() + ($2::text)::interval
              WHERE id = ANY (($1::text[])::uuid[]) AND status = 'processing'
                AND dovetail_lease_holder = ($3::text)::uuid
              RETURNING 1
            )
            SELECT convert_to(count(*)::text, 'UTF8') FROM renewed""";

    /**
     * Whoever is first to end a call, even one that has lost its lease meanwhile: the sooner it is ended, the less is
     * done again. The client's headers have done their duty, and may hold credentials.
     */
    static final String FINISH = """
            WITH finished AS (
              UPDATE hdb_catalog.hdb_action_log
              SET status = ($2::text), response_payload = ($3::text)::jsonb, errors = ($4::text)::jsonb,
                response_received_at = clock_timestamp(), request_headers = '{}',
                dovetail_lease_until = NULL, dovetail_lease_holder = NULL
              WHERE id = ($1::text)::uuid AND status IN ('created', 'processing')
              RETURNING 1
            )
            SELECT convert_to(count(*)::text, 'UTF8') FROM finished""";

    static final String RELEASE = """
            WITH released AS (
              UPDATE hdb_catalog.hdb_action_log
              SET status = 'created', dovetail_lease_until = NULL, dovetail_lease_holder = NULL
              WHERE id = ANY (($1::text[])::uuid[]) AND status = 'processing'
                AND dovetail_lease_holder = ($2::text)::uuid
              RETURNING 1
            )
            SELECT convert_to(count(*)::text, 'UTF8') FROM released""";
}
