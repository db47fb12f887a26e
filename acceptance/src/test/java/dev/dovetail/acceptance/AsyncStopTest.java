package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.acceptance.StubHandler.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of asynchronous actions when an engine is stopped, and when it is told to make no calls. */
class AsyncStopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    @DisplayName(
            "SRV-06, ACT-17: no more calls than a batch are under way; a stop finishes them and leaves the rest to the next engine")
    void stopped() throws Exception {
        try (var handler = StubHandler.start()) {
            handler.answering(request -> new Answer(200, Map.of(), "\"done\"", Duration.ofMillis(1500)));
            var database = Postgres.freshDatabase();
            var sql = new Sql(database);
            try (var engine = start(database, handler, Map.of("HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_BATCH_SIZE", "2"))) {
                submit(engine.api(), 5);
                awaitReceived(handler, 2);
            }
            assertThat(statuses(sql)).isEqualTo("completed completed created created created");
            assertThat(handler.received()).hasSize(2);
            try (var engine = start(database, handler, Map.of())) {
                awaitReceived(handler, 5);
                assertThat(engine.api().get("/healthz").status()).isEqualTo(200);
            }
            assertThat(statuses(sql)).isEqualTo("completed completed completed completed completed");
            assertThat(handler.received()).hasSize(5);
        }
    }

    @Test
    @DisplayName("SRV-06: when the time for that is up, the calls are given back for another engine to make at once")
    void out_of_time() throws Exception {
        try (var handler = StubHandler.start()) {
            handler.answering(request -> new Answer(200, Map.of(), "\"late\"", Duration.ofSeconds(10)));
            var database = Postgres.freshDatabase();
            try (var engine = start(database, handler, Map.of("HASURA_GRAPHQL_GRACEFUL_SHUTDOWN_TIMEOUT", "1"))) {
                submit(engine.api(), 1);
                awaitReceived(handler, 1);
            }
            assertThat(statuses(new Sql(database))).isEqualTo("created");
            handler.answering(request -> Answer.json(200, "\"done\""));
            try (var engine = start(database, handler, Map.of())) {
                awaitReceived(handler, 1);
                assertThat(engine.api().get("/healthz").status()).isEqualTo(200);
            }
            assertThat(statuses(new Sql(database))).isEqualTo("completed");
        }
    }

    @Test
    @DisplayName("ACT-17: with the interval 0 an engine keeps calls and makes none; another one makes them")
    void switched_off() throws Exception {
        try (var handler = StubHandler.start()) {
            handler.answering(request -> Answer.json(200, "\"done\""));
            var database = Postgres.freshDatabase();
            try (var idle = start(database, handler, Map.of("HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL", "0"))) {
                submit(idle.api(), 1);
                Thread.sleep(500);
                assertThat(handler.received()).isEmpty();
                try (var worker =
                        start(database, handler, Map.of("HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL", "100"))) {
                    awaitReceived(handler, 1);
                    submit(idle.api(), 1);
                    awaitReceived(handler, 2);
                    assertThat(worker.api().get("/healthz").status()).isEqualTo(200);
                }
            }
            assertThat(statuses(new Sql(database))).isEqualTo("completed completed");
        }
    }

    @Test
    @DisplayName("ACT-15: a call that did not come to an end twenty times is given up, and not made again")
    void tries() throws Exception {
        try (var handler = StubHandler.start()) {
            handler.answering(request -> Answer.json(200, "\"done\""));
            var database = Postgres.freshDatabase();
            var sql = new Sql(database);
            try (var idle = start(database, handler, Map.of("HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL", "0"))) {
                submit(idle.api(), 2);
            }
            sql.run("alter table hdb_catalog.hdb_action_log add column dovetail_tries integer;"
                    + " update hdb_catalog.hdb_action_log set dovetail_tries = 19;"
                    + " update hdb_catalog.hdb_action_log set dovetail_tries = 20"
                    + " where id = (select min(id::text)::uuid from hdb_catalog.hdb_action_log)");
            try (var engine = start(database, handler, Map.of())) {
                awaitReceived(handler, 1);
                assertThat(engine.api().get("/healthz").status()).isEqualTo(200);
            }
            assertThat(statuses(sql)).isEqualTo("completed error");
            assertThat(handler.received()).hasSize(1);
            assertThat(sql.one("select errors::text from hdb_catalog.hdb_action_log where status = 'error'"))
                    .contains("the call did not come to an end 20 times");
        }
    }

    private static Engine start(String database, StubHandler handler, Map<String, String> more) throws IOException {
        var env = new LinkedHashMap<>(more);
        env.put("HASURA_GRAPHQL_DATABASE_URL", database);
        env.put("HANDLER_URL", handler.url());
        var engine = Engine.start(env);
        engine.api().tryMetadata("create_action", """
                {"name": "work", "definition": {"kind": "asynchronous", "handler": "{{HANDLER_URL}}", "output_type": "String"}}""");
        return engine;
    }

    private static void submit(Api api, int times) {
        var ids = new ArrayList<String>();
        for (var i = 0; i < times; i++) {
            ids.add(api.graphql("mutation { work }").at("/data/work").asString(""));
        }
        assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
    }

    private static void awaitReceived(StubHandler handler, int times) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (handler.received().size() < times) {
            assertThat(System.nanoTime()).as("waiting for " + times + " calls").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static String statuses(Sql sql) {
        return sql.one("select string_agg(status, ' ' order by status) from hdb_catalog.hdb_action_log");
    }
}
