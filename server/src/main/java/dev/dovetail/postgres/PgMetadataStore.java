package dev.dovetail.postgres;

import dev.dovetail.command.MetadataStore;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The metadata in {@code hdb_catalog.hdb_metadata}. A catalog that the reference made is used in place. */
public final class PgMetadataStore implements MetadataStore {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** Below it the metadata is spread over many tables; above it we cannot know what has changed. */
    private static final int CATALOG_OLDEST = 43;

    private static final int CATALOG_NEWEST = 48;

    /** Any number will do, if only all instances take the same. */
    private static final String LOCK = "SELECT pg_advisory_xact_lock(6042601138154)";

    private static final String PRESENT = """
            SELECT convert_to(json_build_object(
              'schema', EXISTS (SELECT FROM pg_catalog.pg_namespace WHERE nspname = 'hdb_catalog'),
              'metadata', EXISTS (
                SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'hdb_catalog' AND c.relname = 'hdb_metadata'),
              'version', EXISTS (
                SELECT FROM pg_catalog.pg_class c JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname = 'hdb_catalog' AND c.relname = 'hdb_version')
            )::text, 'UTF8')""";

    private static final String CATALOG_VERSION =
            "SELECT convert_to(coalesce((SELECT version FROM hdb_catalog.hdb_version), '48'), 'UTF8')";

    private static final String LOAD = """
            SELECT convert_to(coalesce((
              SELECT json_build_array(resource_version, metadata) FROM hdb_catalog.hdb_metadata WHERE id = 1
            ), 'null')::text, 'UTF8')""";

    private static final String VERSION = """
            SELECT convert_to(coalesce((
              SELECT resource_version FROM hdb_catalog.hdb_metadata WHERE id = 1
            ), 0)::text, 'UTF8')""";

    /** In one statement, so that nobody sees the metadata without its notification. */
    private static final String SAVE = """
            WITH saved AS (
              UPDATE hdb_catalog.hdb_metadata
              SET metadata = ($1::text)::json, resource_version = resource_version + 1
              WHERE id = 1 AND resource_version = ($2::text)::integer
              RETURNING resource_version
            ), noticed AS (
              INSERT INTO hdb_catalog.hdb_schema_notifications (id, notification, resource_version, instance_id)
              SELECT 1, '{"metadata":true,"remote_schemas":[],"sources":[],"data_connectors":[]}', resource_version,
                ($3::text)::uuid
              FROM saved
              ON CONFLICT (id) DO UPDATE SET notification = excluded.notification,
                resource_version = excluded.resource_version, instance_id = excluded.instance_id, updated_at = now()
            )
            SELECT convert_to(coalesce((SELECT resource_version FROM saved), 0)::text, 'UTF8')""";

    private final PgDatabase database;
    private final UUID instance;

    /** @param instance who we are among the instances that share this metadata */
    public PgMetadataStore(PgDatabase database, UUID instance) {
        this.database = database;
        this.instance = instance;
    }

    @Override
    public Stored load() {
        var stored = presentCatalog(database.run(PRESENT, List.of(), LIMIT)) ? read() : null;
        if (stored == null) {
            create();
            stored = read();
        }
        if (stored == null) {
            throw new IllegalStateException("the metadata vanished while it was created");
        }
        return stored;
    }

    @Override
    public long version() {
        return number(database.run(VERSION, List.of(), LIMIT));
    }

    @Override
    public long save(JsonNode metadata, long expectedVersion) {
        var saved = number(database.run(
                SAVE,
                Arrays.asList(Json.write(metadata), String.valueOf(expectedVersion), instance.toString()),
                LIMIT));
        if (saved == 0) {
            throw new ApiException(
                    ErrorCode.CONFLICT,
                    Path.ROOT,
                    "metadata resource version referenced (" + expectedVersion + ") did not match current version");
        }
        return saved;
    }

    private @Nullable Stored read() {
        checkCatalogVersion();
        var row = Json.read(database.run(LOAD, List.of(), LIMIT));
        return row.isNull() ? null : new Stored(row.get(1), row.get(0).asLong());
    }

    private void checkCatalogVersion() {
        var text = new String(database.run(CATALOG_VERSION, List.of(), LIMIT), StandardCharsets.UTF_8);
        var version = text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
        if (version < CATALOG_OLDEST || version > CATALOG_NEWEST) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED,
                    Path.ROOT,
                    "the metadata database has catalog version " + text + "; this engine can use versions "
                            + CATALOG_OLDEST + " to " + CATALOG_NEWEST);
        }
    }

    private static boolean presentCatalog(byte[] answer) {
        var present = Json.read(answer);
        var hasMetadata = present.path("metadata").asBoolean();
        if (!hasMetadata && present.path("version").asBoolean()) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED,
                    Path.ROOT,
                    "the metadata database was last used by an engine of version 1;"
                            + " open it once with one of version 2");
        }
        return hasMetadata;
    }

    private void create() {
        try {
            database.transact(LIMIT, transaction -> {
                transaction.command(LOCK);
                var present = Json.read(transaction.run(PRESENT, List.of()));
                if (present.path("metadata").asBoolean()
                        && !Json.read(transaction.run(LOAD, List.of())).isNull()) {
                    return false;
                }
                // Not IF NOT EXISTS, which demands the right to create a schema even where there is one.
                if (!present.path("schema").asBoolean()) {
                    transaction.command("CREATE SCHEMA hdb_catalog");
                }
                transaction.command(SqlFile.read("metadata-catalog.sql"));
                return true;
            });
        } catch (ApiException failure) {
            throw explained(failure);
        }
    }

    private static ApiException explained(ApiException failure) {
        var denied = failure.failure() instanceof Failure.Own own
                && own.internal() != null
                && own.internal().path("error").path("status_code").asString("").equals("42501");
        return denied
                ? new ApiException(
                        ErrorCode.INVALID_CONFIGURATION,
                        Path.ROOT,
                        "the role of the metadata database may not create the schema hdb_catalog or its tables:"
                                + " grant it CREATE on the database, or create the schema and make the role its owner")
                : failure;
    }

    private static long number(byte[] answer) {
        return Long.parseLong(new String(answer, StandardCharsets.UTF_8));
    }
}
