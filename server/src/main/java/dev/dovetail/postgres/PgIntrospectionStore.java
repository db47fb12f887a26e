package dev.dovetail.postgres;

import dev.dovetail.command.IntrospectionStore;
import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What remote schemas said of themselves, in {@code hdb_catalog.dovetail_introspection} of the metadata database: a
 * table of ours that the reference does not know. It comes into being when there is something to keep; where it may
 * not, the engine does without.
 */
public final class PgIntrospectionStore implements IntrospectionStore {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private static final String IS_THERE =
            "SELECT convert_to((to_regclass('hdb_catalog.dovetail_introspection') IS NOT NULL)::text, 'UTF8')";

    private static final String CREATE = """
            CREATE TABLE IF NOT EXISTS hdb_catalog.dovetail_introspection (
              remote_schema text PRIMARY KEY,
              url json NOT NULL,
              answer json NOT NULL,
              asked_at timestamptz NOT NULL DEFAULT now()
            )""";

    private static final String LOAD = """
            SELECT convert_to(coalesce(json_agg(json_build_array(remote_schema, url, answer)), '[]')::text, 'UTF8')
            FROM hdb_catalog.dovetail_introspection""";

    private static final String SAVE = """
            WITH saved AS (
              INSERT INTO hdb_catalog.dovetail_introspection (remote_schema, url, answer)
              VALUES ($1::text, ($2::text)::json, ($3::text)::json)
              ON CONFLICT (remote_schema) DO UPDATE SET url = excluded.url, answer = excluded.answer, asked_at = now()
              RETURNING 1
            )
            SELECT convert_to((SELECT count(*) FROM saved)::text, 'UTF8')""";

    private static final String KEEP_ONLY = """
            WITH gone AS (
              DELETE FROM hdb_catalog.dovetail_introspection WHERE NOT (remote_schema = ANY ($1::text[])) RETURNING 1
            )
            SELECT convert_to((SELECT count(*) FROM gone)::text, 'UTF8')""";

    private final PgDatabase database;
    private final Observer observer;

    public PgIntrospectionStore(PgDatabase database, Observer observer) {
        this.database = database;
        this.observer = observer;
    }

    @Override
    public Map<RemoteSchemaName, Kept> load() {
        return attempt(() -> isThere() ? read() : Map.of(), Map.of());
    }

    private Map<RemoteSchemaName, Kept> read() {
        var kept = new LinkedHashMap<RemoteSchemaName, Kept>();
        for (var row : Json.read(database.run(LOAD, List.of(), LIMIT))) {
            kept.put(new RemoteSchemaName(row.path(0).asString("")), new Kept(url(row.path(1)), row.path(2)));
        }
        return kept;
    }

    @Override
    public void save(RemoteSchemaName name, Kept kept) {
        attempt(
                () -> {
                    if (!isThere()) {
                        database.transact(LIMIT, transaction -> {
                            transaction.command(CREATE);
                            return true;
                        });
                    }
                    return database.run(
                            SAVE, List.of(name.value(), Json.write(url(kept.url())), Json.write(kept.answer())), LIMIT);
                },
                new byte[0]);
    }

    @Override
    public void keepOnly(Set<RemoteSchemaName> names) {
        attempt(
                () -> {
                    var wanted = names.stream().map(RemoteSchemaName::value).toArray(String[]::new);
                    return isThere()
                            ? database.run(KEEP_ONLY, Collections.<@Nullable Object>singletonList(wanted), LIMIT)
                            : new byte[0];
                },
                new byte[0]);
    }

    private boolean isThere() {
        return new String(database.run(IS_THERE, List.of(), LIMIT), StandardCharsets.UTF_8).equals("true");
    }

    private static JsonNode url(UrlConf url) {
        return switch (url) {
            case UrlConf.Literal(var template) -> Json.object().put("url", template);
            case UrlConf.FromEnv(var variable) -> Json.object().put("url_from_env", variable);
        };
    }

    private static UrlConf url(JsonNode written) {
        return written.has("url")
                ? new UrlConf.Literal(written.path("url").asString(""))
                : new UrlConf.FromEnv(written.path("url_from_env").asString(""));
    }

    private <T> T attempt(Supplier<T> work, T otherwise) {
        try {
            return work.get();
        } catch (ApiException trouble) {
            observer.see(new Observation.Step(
                    Level.WARN,
                    "stored-introspection-storage",
                    Json.object().put("message", String.valueOf(trouble.getMessage()))));
            return otherwise;
        }
    }
}
