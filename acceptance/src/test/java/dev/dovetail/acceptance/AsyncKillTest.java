package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.acceptance.StubHandler.Answer;
import dev.dovetail.json.Json;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Engines that are killed with -9 in the middle of asynchronous actions, again and again, one alone and two that share
 * the work: every call that was asked for is made and comes to its end, and none is made after its answer was written
 * down. More kills with {@code -Ddovetail.kills=N}.
 */
class AsyncKillTest {
    private static final String MAIN = "dev.dovetail.app.Main";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_A_TIME = 10;
    private static final int CALLS_BETWEEN = 75;
    private static final int KILLS = Integer.getInteger("dovetail.kills", 2);

    private record Delivery(String id, Instant at) {}

    private final Queue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    private final Random random = new Random();

    @Test
    @DisplayName("ACT-15, R9: kill -9 loses nothing and runs nothing again after it completed, with one instance")
    void one_instance() throws Exception {
        check(1);
    }

    @Test
    @DisplayName("ACT-15, HA-08: nor with two that share the work")
    void two_instances() throws Exception {
        check(2);
    }

    private void check(int instances) throws Exception {
        var database = Postgres.freshDatabase();
        try (var handler = StubHandler.start()) {
            handler.answering(this::answer);
            var asked = run(database, handler, instances);
            checkEveryCallEnded(new Sql(database), asked);
            checkDeliveries(new Sql(database), asked);
        }
    }

    /** Fails now and then, so that both ends are seen. */
    private Answer answer(StubHandler.Received request) {
        var id = request.header("idempotency-key");
        deliveries.add(new Delivery(id, Instant.now()));
        var delay = Duration.ofMillis(id.hashCode() % 7 == 0 ? 400 : 20);
        return id.hashCode() % 5 == 0
                ? new Answer(400, Map.of(), "{\"message\": \"no\"}", delay)
                : new Answer(200, Map.of(), "\"done\"", delay);
    }

    private Set<String> run(String database, StubHandler handler, int instances) throws Exception {
        var engines = new Instance[instances];
        for (var i = 0; i < instances; i++) {
            engines[i] = Instance.start(database);
        }
        var asked = new LinkedHashSet<String>();
        try {
            engines[0].api().metadata("create_action", """
                    {"name": "work", "definition": {"kind": "asynchronous", "handler": "%s", "output_type": "String", "arguments": [{"name": "n", "type": "Int!"}]}}""".formatted(handler.url()));
            // The others look once a second for what has changed.
            Thread.sleep(1500);
            for (var round = 0; round < KILLS; round++) {
                for (var i = 0; i < CALLS_BETWEEN; i++) {
                    ask(engines[i % instances].api(), asked);
                }
                Thread.sleep(random.nextInt(300));
                var victim = random.nextInt(instances);
                engines[victim].program().kill();
                engines[victim] = Instance.start(database);
            }
            awaitEnds(new Sql(database));
        } finally {
            for (var engine : engines) {
                engine.program().close();
            }
        }
        return asked;
    }

    /** What got no answer may have been kept or not; only what was promised counts. */
    private static void ask(Api api, Set<String> asked) {
        try {
            var answer = api.graphql("mutation { work(n: 1) }");
            assertThat(answer.has("errors")).as(Json.write(answer)).isFalse();
            asked.add(answer.at("/data/work").asString(""));
        } catch (UncheckedIOException broken) {
            throw new AssertionError("no engine was killed while it was asked", broken);
        }
    }

    private static void awaitEnds(Sql sql) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!sql.one("select count(*) from hdb_catalog.hdb_action_log where status in ('created', 'processing')")
                .equals("0")) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError(sql.one("select string_agg(status || ' ' || n, ', ') from"
                        + " (select status, count(*) n from hdb_catalog.hdb_action_log group by 1) s"));
            }
            Thread.sleep(100);
        }
    }

    private void checkEveryCallEnded(Sql sql, Set<String> asked) {
        var ends = Json.read(sql.one("select json_object_agg(id, status)::text from hdb_catalog.hdb_action_log"));
        assertThat(asked).hasSize(CALLS_BETWEEN * KILLS);
        for (var id : asked) {
            assertThat(ends.path(id).asString("lost")).as(id).isEqualTo(id.hashCode() % 5 == 0 ? "error" : "completed");
        }
    }

    private void checkDeliveries(Sql sql, Set<String> asked) {
        var written = Json.read(sql.one("select json_object_agg(id, extract(epoch from response_received_at))::text"
                + " from hdb_catalog.hdb_action_log"));
        var times = new LinkedHashMap<String, Integer>();
        for (var delivery : deliveries) {
            times.merge(delivery.id(), 1, Integer::sum);
            var at = delivery.at().toEpochMilli() / 1000.0;
            assertThat(at)
                    .as("a call of " + delivery.id() + " after its answer was written down")
                    .isLessThanOrEqualTo(written.path(delivery.id()).asDouble());
        }
        assertThat(times.keySet()).containsAll(asked);
        var again = times.values().stream().mapToInt(each -> each - 1).sum();
        assertThat(again).as("calls made more than once").isBetween(0, KILLS * AT_A_TIME);
    }

    private record Instance(Api api, Program program) {
        static Instance start(String database) throws Exception {
            var port = Program.freePort();
            var program = Program.start(
                    MAIN,
                    Map.of(
                            "HASURA_GRAPHQL_DATABASE_URL",
                            database,
                            "HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL",
                            "200",
                            "HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_BATCH_SIZE",
                            "" + AT_A_TIME,
                            "DOVETAIL_ASYNC_ACTIONS_LEASE",
                            "3"),
                    "serve",
                    "--server-port",
                    "" + port);
            var api = new Api("http://127.0.0.1:" + port);
            program.awaitHealthy(api, PATIENCE);
            return new Instance(api, program);
        }
    }
}
