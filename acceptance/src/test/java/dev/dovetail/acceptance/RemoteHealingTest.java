package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** RSC-14: remote schemas that are down, silent or talk nonsense, at the start and later. */
class RemoteHealingTest {
    private static final String FORGET = "delete from hdb_catalog.dovetail_introspection";

    private String databaseUrl;
    private RemoteServer library;
    private Map<String, String> env;

    @BeforeEach
    void first() throws IOException {
        databaseUrl = Postgres.freshDatabase();
        library = Library.start();
        env = Map.of("HASURA_GRAPHQL_DATABASE_URL", databaseUrl, "LIBRARY_URL", library.url());
        try (var engine = Engine.start(env)) {
            engine.api().runSql("create table t (id int primary key); insert into t values (1)");
            engine.api().metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"t\"}");
            engine.api()
                    .metadata(
                            "add_remote_schema",
                            "{\"name\": \"library\", \"definition\": {\"url_from_env\": \"LIBRARY_URL\"}}");
        }
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    @DisplayName("RSC-14: one that is down at the start is served as it was known, and heals by itself")
    void down_at_the_start() throws Exception {
        library.down();
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            knowsBooks(api, true);
            Eventually.holds(() -> reason(api).contains("stale remote schema introspection is used"));
            knowsBooks(api, true);
            rows(api);
            library.up();
            Eventually.holds(() -> isConsistent(api));
            assertThat(api.graphql("{ book(id: 1) { id } }"))
                    .isEqualTo(Json.read("{\"data\": {\"book\": {\"id\": 1}}}"));
        }
    }

    @Test
    @DisplayName("RSC-14: one of which nothing is known is left out while it is down, and comes by itself")
    void down_and_unknown() throws Exception {
        new Sql(databaseUrl).run(FORGET);
        library.down();
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            rows(api);
            knowsBooks(api, false);
            assertThat(reason(api)).contains("HTTP status 503");
            library.up();
            Eventually.holds(() -> isConsistent(api));
            knowsBooks(api, true);
        }
        library.down();
        try (var engine = Engine.start(env)) {
            knowsBooks(engine.api(), true);
        }
    }

    @Test
    @DisplayName("RSC-14: one that is silent holds up neither the start nor anything else")
    void silent_at_the_start() throws Exception {
        new Sql(databaseUrl).run(FORGET);
        library.answering(request -> new StubHandler.Answer(200, Map.of(), "{}", Duration.ofSeconds(20)));
        var start = Instant.now();
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            rows(api);
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(15));
            knowsBooks(api, false);
            assertThat(reason(api)).contains("has not answered yet");
            api.metadata("pg_untrack_table", "{\"source\": \"default\", \"table\": \"t\"}");
            assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(18));
        }
    }

    @Test
    @DisplayName("RSC-14, RSC-02: reloading one that is down, or talks nonsense, fails and changes nothing")
    void reload() throws Exception {
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            Eventually.holds(() -> isConsistent(api));
            library.down();
            refusesReload(api);
            library.answering(request -> StubHandler.Answer.json(
                    200, "{\"data\": {\"__schema\": {\"queryType\": {\"name\": \"Nothing\"}, \"types\": []}}}"));
            refusesReload(api);
            library.answering(request -> StubHandler.Answer.json(200, "<html>"));
            refusesReload(api);
            library.up();
            assertThat(isConsistent(api)).isTrue();
            knowsBooks(api, true);
            api.metadata("reload_remote_schema", "{\"name\": \"library\"}");
        }
        library.answering(request -> StubHandler.Answer.json(200, "<html>"));
        try (var engine = Engine.start(env)) {
            Eventually.holds(() -> reason(engine.api()).contains("is not valid JSON"));
            knowsBooks(engine.api(), true);
        }
    }

    private static void refusesReload(Api api) {
        var reply = api.post(
                "/v1/metadata",
                Json.object()
                        .put("type", "reload_remote_schema")
                        .set("args", Json.object().put("name", "library")));
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().path("error").asString(""))
                .isEqualTo("cannot continue due to newly found inconsistent metadata");
    }

    private static void rows(Api api) {
        assertThat(api.graphql("{ t { id } }")).isEqualTo(Json.read("{\"data\": {\"t\": [{\"id\": 1}]}}"));
    }

    private static void knowsBooks(Api api, boolean knows) {
        var type = api.graphql("{ __type(name: \"Book\") { name } }").at("/data/__type/name");
        assertThat(type.asString("")).isEqualTo(knows ? "Book" : "");
    }

    private static String reason(Api api) {
        return api.metadata("get_inconsistent_metadata", "{}")
                .at("/inconsistent_objects/0/reason")
                .asString("");
    }

    private static boolean isConsistent(Api api) {
        return api.metadata("get_inconsistent_metadata", "{}")
                .path("is_consistent")
                .asBoolean();
    }
}
