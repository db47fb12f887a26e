package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.command.CallHistory;
import dev.dovetail.error.ApiException;
import dev.dovetail.execute.ActionJob;
import dev.dovetail.execute.ActionJob.Outcome;
import dev.dovetail.execute.ActionLog;
import dev.dovetail.json.Json;
import dev.dovetail.name.ActionName;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PgActionLogTest {
    private static final ActionName PLACE = new ActionName("place");
    private static final Set<ActionName> ALL = Set.of(PLACE, new ActionName("other"));
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Duration SHORT = Duration.ofMillis(100);

    private String url = "";
    private PgDatabase database;
    private PgActionLog log;
    private PgActionLog other;

    @BeforeEach
    void open() {
        url = TestPostgres.freshDatabase(PgActionLogTest.class);
        database = new PgDatabase(TestPostgres.vertx(), ConnectionUrl.parse(url));
        new PgMetadataStore(database, UUID.randomUUID()).load();
        log = new PgActionLog(database, UUID.randomUUID());
        other = new PgActionLog(database, UUID.randomUUID());
        log.prepare();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatWasAskedForComesBackAsItWas() {
        var id = add("place", "{\"n\": 1.50, \"s\": \"é😀\"}");
        var job = log.take(ALL, 10, LONG).getFirst();
        assertThat(job.id()).isEqualTo(id);
        assertThat(job.action()).isEqualTo(PLACE);
        assertThat(job.input()).isEqualTo(Json.read("{\"n\": 1.50, \"s\": \"é😀\"}"));
        assertThat(job.session()).isEqualTo(Json.read("{\"x-hasura-role\": \"user\"}"));
        assertThat(job.headers()).containsEntry("x-one", List.of("1")).containsEntry("x-two", List.of("1", "2"));
        assertThat(job.tries()).isEqualTo(1);
        assertThat(job.age()).isLessThan(Duration.ofSeconds(10));
        assertThat(log.find(PLACE, id).orElseThrow().output().isNull()).isTrue();
        assertThat(log.find(new ActionName("other"), id)).isEmpty();
        assertThat(log.find(PLACE, UUID.randomUUID())).isEmpty();
    }

    @Test
    @DisplayName("CON-03: a page is read from an index; one is not built while a long log is in use")
    void aPageDoesNotSortTheWholeLog() {
        fill(20_000);
        TestPostgres.sql(url, "ANALYZE hdb_catalog.hdb_action_log");
        TestPostgres.sql(url, """
                CREATE FUNCTION plan(statement text) RETURNS text LANGUAGE plpgsql AS $$
                  DECLARE line text; plan text := '';
                  BEGIN
                    FOR line IN EXECUTE 'EXPLAIN ' || statement LOOP plan := plan || line; END LOOP;
                    RETURN plan;
                  END $$""");
        var page = ActionLogSql.PAGE
                .replaceAll("\\$[12]::text", "null::text")
                .replace("$3::text", "'false'")
                .replace("$4::text", "'100'")
                .replace("$5::text", "'50'");
        assertThat(ask("plan($q$" + page + "$q$)")).contains("using dovetail_action_log_page");
        TestPostgres.sql(url, "DROP INDEX hdb_catalog.dovetail_action_log_page");
        log.prepare();
        assertThat(ask("to_regclass('hdb_catalog.dovetail_action_log_page')")).isNotEmpty();
        TestPostgres.sql(url, "DROP INDEX hdb_catalog.dovetail_action_log_page");
        fill(80_001);
        log.prepare();
        assertThat(ask("coalesce(to_regclass('hdb_catalog.dovetail_action_log_page')::text, 'none')"))
                .isEqualTo("none");
    }

    private void fill(int calls) {
        TestPostgres.sql(url, """
                INSERT INTO hdb_catalog.hdb_action_log
                  (action_name, input_payload, request_headers, session_variables, status, created_at)
                SELECT 'place', '{}', '{}', '{}', 'completed', now() - random() * interval '1 day'
                FROM generate_series(1, %d)""".formatted(calls));
    }

    @Test
    @DisplayName("ACT-15: rows and statuses of the log are those of the reference")
    void rowsAreTheReferences() {
        var done = add("place", "{}");
        assertThat(status(done)).isEqualTo("created");
        log.take(ALL, 1, LONG);
        assertThat(status(done)).isEqualTo("processing");
        log.finish(done, new Outcome.Completed(Json.read("{\"id\": 7}")));
        assertThat(status(done)).isEqualTo("completed");
        assertThat(
                        ask(
                                "select response_payload || jsonb_build_object('at', response_received_at is not null,"
                                        + " 'headers', request_headers, 'lease', dovetail_lease_until) from hdb_catalog.hdb_action_log"))
                .isEqualTo("{\"at\": true, \"id\": 7, \"lease\": null, \"headers\": {}}");
        var failed = add("place", "{}");
        log.take(ALL, 1, LONG);
        log.finish(failed, Outcome.Failed.of("no"));
        assertThat(status(failed)).isEqualTo("error");
        assertThat(log.find(PLACE, failed).orElseThrow().errors())
                .isEqualTo(Json.read("{\"error\": \"no\", \"path\": \"$\", \"code\": \"unexpected\"}"));
    }

    @Test
    void theOldestGoFirstAndNobodyTakesWhatAnotherHolds() {
        var first = add("place", "{}");
        var second = add("other", "{}");
        var third = add("place", "{}");
        assertThat(ids(log.take(ALL, 1, LONG))).containsExactly(first);
        assertThat(ids(other.take(Set.of(PLACE), 10, LONG))).containsExactly(third);
        assertThat(ids(other.take(ALL, 10, LONG))).containsExactly(second);
        assertThat(log.take(ALL, 10, LONG)).isEmpty();
    }

    @Test
    void ofManyTakersEachCallIsTakenOnce() throws Exception {
        for (var i = 0; i < 100; i++) {
            add("place", "{}");
        }
        var taken = new ArrayList<UUID>();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<List<ActionJob>>>();
            for (var i = 0; i < 30; i++) {
                var taker = i % 2 == 0 ? log : other;
                futures.add(executor.submit(() -> taker.take(ALL, 4, LONG)));
            }
            for (var future : futures) {
                taken.addAll(ids(future.get()));
            }
        }
        assertThat(taken).doesNotHaveDuplicates();
        taken.addAll(ids(log.take(ALL, 100, LONG)));
        assertThat(taken).hasSize(100).doesNotHaveDuplicates();
    }

    @Test
    void anExpiredLeaseIsTakenOverAndARenewedOneIsNot() throws Exception {
        var id = add("place", "{}");
        log.take(ALL, 1, SHORT);
        Thread.sleep(SHORT.multipliedBy(2));
        var again = other.take(ALL, 1, SHORT).getFirst();
        assertThat(again.id()).isEqualTo(id);
        assertThat(again.tries()).isEqualTo(2);
        log.renew(List.of(id), LONG);
        Thread.sleep(SHORT.multipliedBy(2));
        assertThat(ids(log.take(ALL, 1, SHORT)))
                .as("renewing what another holds means nothing")
                .containsExactly(id);
        log.renew(List.of(id), LONG);
        Thread.sleep(SHORT.multipliedBy(2));
        assertThat(other.take(ALL, 1, SHORT)).isEmpty();
    }

    @Test
    void theFirstOutcomeStaysAndNothingRunsAfterIt() throws Exception {
        var id = add("place", "{}");
        log.take(ALL, 1, SHORT);
        Thread.sleep(SHORT.multipliedBy(2));
        other.take(ALL, 1, SHORT);
        log.finish(id, new Outcome.Completed(Json.read("1")));
        other.finish(id, Outcome.Failed.of("late"));
        assertThat(status(id)).isEqualTo("completed");
        other.release(List.of(id));
        Thread.sleep(SHORT.multipliedBy(2));
        assertThat(log.take(ALL, 10, LONG)).isEmpty();
    }

    @Test
    void whatIsGivenBackIsTakenAtOnceByAnother() {
        var id = add("place", "{}");
        log.take(ALL, 1, LONG);
        other.release(List.of(id));
        assertThat(other.take(ALL, 1, LONG)).as("it was not theirs to give").isEmpty();
        log.release(List.of(id));
        assertThat(ids(other.take(ALL, 1, LONG))).containsExactly(id);
    }

    @Test
    void aTableThatTheReferenceMadeIsUsedInPlace() {
        TestPostgres.sql(url, """
                drop table hdb_catalog.hdb_action_log;
                create table hdb_catalog.hdb_action_log (id uuid primary key default hdb_catalog.gen_hasura_uuid(),
                  action_name text, input_payload jsonb not null, request_headers jsonb not null,
                  session_variables jsonb not null, response_payload jsonb, errors jsonb,
                  created_at timestamptz not null default now(), response_received_at timestamptz,
                  status text not null, check (status in ('created', 'processing', 'completed', 'error')));
                insert into hdb_catalog.hdb_action_log
                  (action_name, input_payload, request_headers, session_variables, status, created_at)
                  values ('place', '{"a": 1}', '{"X-One": "1"}', '{"x-hasura-role": "admin"}', 'created', now()),
                    ('place', '{}', '{}', '{}', 'processing', now() - interval '1 year'),
                    ('place', '{}', '{}', '{}', 'completed', now() - interval '1 year');
                """);
        log.prepare();
        other.prepare();
        var jobs = log.take(ALL, 10, LONG);
        assertThat(jobs).as("what the reference had begun may have been done").hasSize(1);
        assertThat(jobs.getFirst().headers()).containsEntry("x-one", List.of("1"));
        log.finish(jobs.getFirst().id(), new Outcome.Completed(Json.read("null")));
        assertThat(ask("select string_agg(status, ' ' order by status) from hdb_catalog.hdb_action_log"))
                .isEqualTo("completed completed processing");
    }

    @Test
    @DisplayName("ACT-18: the log may be pruned with SQL while calls are under way")
    void pruned() {
        var id = add("place", "{}");
        log.take(ALL, 1, LONG);
        TestPostgres.sql(url, "DELETE FROM hdb_catalog.hdb_action_log WHERE id = '" + id + "'");
        log.finish(id, new Outcome.Completed(Json.read("1")));
        assertThat(log.find(PLACE, id)).isEmpty();
        add("place", "{}");
        TestPostgres.sql(url, "DELETE FROM hdb_catalog.hdb_action_log WHERE created_at < NOW() - INTERVAL '3 months'");
        assertThat(ask("select count(*) from hdb_catalog.hdb_action_log")).isEqualTo("1");
        log.clear(PLACE);
        assertThat(ask("select count(*) from hdb_catalog.hdb_action_log")).isEqualTo("0");
    }

    @Test
    @DisplayName("CON-03: calls are told a page at a time, without headers, sessions and what is internal")
    void callsAreTold() {
        var first = add("place", "{\"n\": 1}");
        var second = add("other", "{}");
        log.take(Set.of(PLACE), 1, LONG);
        log.finish(first, new Outcome.Failed((ObjectNode)
                Json.read("{\"error\": \"no\", \"internal\": {\"request\": 1}}")));
        var page = log.page(new CallHistory.Wanted(null, null, false, 0, 50));
        assertThat(page.path("total").asInt()).isEqualTo(2);
        assertThat(page.at("/calls/0/id").asString("")).isEqualTo(second.toString());
        assertThat(page.at("/calls/1/errors")).isEqualTo(Json.read("{\"error\": \"no\"}"));
        assertThat(page.at("/calls/1/role").asString("")).isEqualTo("user");
        assertThat(Json.write(page)).doesNotContain("x-one").doesNotContain("\"n\"");
        var failed = log.page(new CallHistory.Wanted(PLACE, "error", true, 0, 1));
        assertThat(failed.path("total").asInt()).isOne();
        assertThat(failed.at("/calls/0/input")).isEqualTo(Json.read("{\"n\": 1}"));
        assertThat(log.page(new CallHistory.Wanted(null, null, false, 1, 1)).path("calls"))
                .hasSize(1);
    }

    @Test
    void whatPostgresCannotKeepIsRefused() {
        var id = add("place", "{}");
        assertThatThrownBy(() -> log.finish(id, new Outcome.Completed(Json.read("\"\\u0000\""))))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refused -> assertThat(refused.failure().toString()).contains("DATA_EXCEPTION"));
        assertThat(status(id)).isEqualTo("created");
    }

    private UUID add(String action, String input) {
        var headers = new LinkedHashMap<String, List<String>>();
        headers.put("x-one", List.of("1"));
        headers.put("x-two", List.of("1", "2"));
        return log.add(new ActionLog.Entry(
                new ActionName(action),
                (ObjectNode) Json.read(input),
                headers,
                Json.object().put("x-hasura-role", "user")));
    }

    private static List<UUID> ids(List<ActionJob> jobs) {
        return jobs.stream().map(ActionJob::id).toList();
    }

    private String status(UUID id) {
        return ask("select status from hdb_catalog.hdb_action_log where id = '" + id + "'");
    }

    private String ask(String sql) {
        var query = "select convert_to((" + sql + ")::text, 'UTF8')";
        return new String(database.run(query, List.of(), null), StandardCharsets.UTF_8);
    }
}
