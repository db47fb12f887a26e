package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.command.MetadataStore;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PgMetadataStoreTest {
    private static final String EMPTY = "{\"version\":3,\"sources\":[]}";

    private String url = "";
    private PgDatabase database;

    @BeforeEach
    void open() {
        url = TestPostgres.freshDatabase(PgMetadataStoreTest.class);
        database = new PgDatabase(TestPostgres.vertx(), ConnectionUrl.parse(url));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private PgMetadataStore store() {
        return new PgMetadataStore(database, UUID.randomUUID());
    }

    @Test
    void theFirstLoadCreatesTheCatalog() {
        assertThat(store().load()).isEqualTo(new MetadataStore.Stored(Json.read(EMPTY), 1));
        assertThat(store().load().version()).isEqualTo(1);
        assertThat(ask("select version from hdb_catalog.hdb_version")).isEqualTo("48");
        assertThat(ask("select count(*) from hdb_catalog.hdb_version where hasura_uuid is not null"))
                .isEqualTo("1");
    }

    @Test
    void manyInstancesCreateItOnce() throws Exception {
        for (var stored : atOnce(8, () -> store().load())) {
            assertThat(stored.version()).isEqualTo(1);
        }
    }

    @Test
    void savingCountsUpAndNotifies() {
        var store = store();
        store.load();
        var metadata = Json.read("{\"version\":3,\"sources\":[],\"z\":1.50,\"a\":\"é😀\"}");
        assertThat(store.save(metadata, 1)).isEqualTo(2);
        assertThat(store.version()).isEqualTo(2);
        assertThat(store.load()).isEqualTo(new MetadataStore.Stored(metadata, 2));
        assertThat(Json.write(store.load().metadata())).isEqualTo(Json.write(metadata));
        assertThat(ask("select resource_version from hdb_catalog.hdb_schema_notifications"))
                .isEqualTo("2");
        assertThat(store.save(metadata, 2)).isEqualTo(3);
        assertThat(ask("select resource_version from hdb_catalog.hdb_schema_notifications"))
                .isEqualTo("3");
    }

    @Test
    void anOldVersionIsRefused() {
        var store = store();
        store.load();
        store.save(Json.read(EMPTY), 1);
        checkFailure(
                () -> store.save(Json.read(EMPTY), 1),
                ErrorCode.CONFLICT,
                "metadata resource version referenced (1) did not match current version");
    }

    @Test
    void ofManyWritersOneWins() throws Exception {
        var store = store();
        store.load();
        for (var round = 1; round <= 5; round++) {
            var expected = round;
            var winners = atOnce(20, () -> {
                try {
                    return store.save(Json.read(EMPTY), expected);
                } catch (ApiException conflict) {
                    assertThat(conflict).hasMessageContaining("did not match current version");
                    return 0L;
                }
            });
            assertThat(winners.stream().filter(version -> version != 0)).containsExactly(round + 1L);
        }
    }

    @Test
    void aCatalogOfTheReferenceIsUsedInPlace() {
        TestPostgres.sql(url, """
                create schema hdb_catalog;
                create table hdb_catalog.hdb_version (hasura_uuid uuid primary key default gen_random_uuid(),
                  version text not null, upgraded_on timestamptz not null,
                  cli_state jsonb not null default '{}', console_state jsonb not null default '{}');
                create table hdb_catalog.hdb_metadata (id integer primary key, metadata json not null,
                  resource_version integer not null default 1 unique);
                create table hdb_catalog.hdb_schema_notifications (id integer primary key check (id = 1),
                  notification json not null, resource_version integer not null default 1, instance_id uuid not null,
                  updated_at timestamptz default now());
                insert into hdb_catalog.hdb_version (version, upgraded_on) values ('47', now());
                insert into hdb_catalog.hdb_metadata values (1, '{"version":3,"sources":[{"name":"x"}]}', 41);
                """);
        var store = store();
        assertThat(store.load().version()).isEqualTo(41);
        assertThat(Json.write(store.load().metadata())).contains("\"x\"");
        assertThat(store.save(store.load().metadata(), 41)).isEqualTo(42);
        assertThat(ask("select version from hdb_catalog.hdb_version")).isEqualTo("47");
    }

    @Test
    void catalogsWeDoNotKnowAreLeftAlone() {
        store().load();
        TestPostgres.sql(url, "update hdb_catalog.hdb_version set version = '49'");
        checkFailure(
                () -> store().load(),
                ErrorCode.NOT_SUPPORTED,
                "the metadata database has catalog version 49; this engine can use versions 43 to 48");
        TestPostgres.sql(url, "drop table hdb_catalog.hdb_metadata");
        checkFailure(
                () -> store().load(),
                ErrorCode.NOT_SUPPORTED,
                "the metadata database was last used by an engine of version 1; open it once with one of version 2");
    }

    @Test
    void aPlainRoleNeedsOnlyTheSchema() {
        TestPostgres.sql(
                url,
                "drop role if exists plain_keeper; create role plain_keeper login; revoke create on schema public from public");
        var plain = ConnectionUrl.parse(url.replace("postgres@", "plain_keeper@"));
        try (var restricted = new PgDatabase(TestPostgres.vertx(), plain)) {
            var store = new PgMetadataStore(restricted, UUID.randomUUID());
            checkFailure(
                    store::load,
                    ErrorCode.INVALID_CONFIGURATION,
                    "the role of the metadata database may not create the schema hdb_catalog or its tables:"
                            + " grant it CREATE on the database, or create the schema and make the role its owner");
            TestPostgres.sql(url, "create schema hdb_catalog authorization plain_keeper");
            assertThat(store.load().version()).isEqualTo(1);
            assertThat(store.save(Json.read(EMPTY), 1)).isEqualTo(2);
        }
        TestPostgres.sql(url, "drop schema hdb_catalog cascade; drop role plain_keeper");
    }

    @Test
    void anUnreachableDatabaseIsUnavailable() {
        try (var nowhere = new PgDatabase(
                TestPostgres.vertx(), ConnectionUrl.parse("postgres://u:secret@127.0.0.1:1/x?sslmode=disable"))) {
            var store = new PgMetadataStore(nowhere, UUID.randomUUID());
            checkFailure(store::load, ErrorCode.UNAVAILABLE, "the database cannot be reached");
            checkFailure(store::version, ErrorCode.UNAVAILABLE, "the database cannot be reached");
            checkFailure(
                    () -> store.save(Json.read(EMPTY), 1), ErrorCode.UNAVAILABLE, "the database cannot be reached");
        }
    }

    private String ask(String sql) {
        var query = "select convert_to((" + sql + ")::text, 'UTF8')";
        return new String(database.run(query, List.of(), null), StandardCharsets.UTF_8);
    }

    private static void checkFailure(Runnable work, ErrorCode code, String message) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ApiException.class,
                        failure -> assertThat(failure.failure()).isInstanceOfSatisfying(Failure.Own.class, own -> {
                            assertThat(own.message()).isEqualTo(message);
                            assertThat(own.code()).isEqualTo(code);
                        }));
    }

    private static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        var results = new ArrayList<T>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (var i = 0; i < threads; i++) {
                futures.add(executor.submit(work));
            }
            for (var future : futures) {
                results.add(future.get());
            }
        }
        return results;
    }
}
