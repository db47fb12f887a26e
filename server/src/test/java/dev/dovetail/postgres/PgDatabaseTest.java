package dev.dovetail.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PgDatabaseTest {
    private static String url = "";
    private static PgDatabase database;

    @BeforeAll
    static void open() {
        url = TestPostgres.freshDatabase(PgDatabaseTest.class);
        TestPostgres.sql(url, """
                create table item (id int primary key, name text not null unique, size int check (size > 0),
                    owner int references item (id) deferrable initially deferred);
                insert into item values (1, 'one', 1, null);
                """);
        database = open(2);
    }

    @AfterAll
    static void close() {
        database.close();
    }

    private static PgDatabase open(int connections) {
        return open(connections, Duration.ofSeconds(10));
    }

    private static PgDatabase open(int connections, Duration acquireTimeout) {
        return new PgDatabase(
                TestPostgres.vertx(),
                ConnectionUrl.parse(
                        url,
                        PoolSettings.DEFAULT.withMaxConnections(connections).withAcquireTimeout(acquireTimeout)));
    }

    private static String run(String expression, @Nullable Object... values) {
        return new String(database.run(select(expression), Arrays.asList(values), null), UTF_8);
    }

    private static String select(String expression) {
        return "select convert_to((" + expression + ")::text, 'UTF8')";
    }

    @Test
    void valuesTravelAsText() {
        var uuid = "8a4a4e7e-2f3a-4f52-9f57-0a2b6f9f1f10";
        assertThat(run("($1::text)::uuid", uuid)).isEqualTo(uuid);
        assertThat(run("coalesce(($1::text)::uuid::text, 'none')", (Object) null))
                .isEqualTo("none");
        assertThat(run("($1::text)::int + ($2::text)::int", "1", "2")).isEqualTo("3");
        assertThat(run("($1::text)", "é'\"\\ \n😀")).isEqualTo("é'\"\\ \n😀");
        assertThat(run("to_json($1::text[])", (Object) new String[] {"a\"b", null, "c,d", "", "{}", "NULL"}))
                .isEqualTo("[\"a\\\"b\",null,\"c,d\",\"\",\"{}\",\"NULL\"]");
        assertThat(run("to_json($1::text[])", (Object) new String[0])).isEqualTo("[]");
        assertThat(run("5 = any (($1::text[])::int[])", (Object) new String[] {"4", "5"}))
                .isEqualTo("true");
        assertThat(run("coalesce(cardinality($1::text[]), -1)", (Object) null)).isEqualTo("-1");
        assertThat(run("(($1::text)::jsonb)->>'a'", "{\"a\": 1}")).isEqualTo("1");
    }

    @Test
    void aStatementCanBeLongAndItsAnswerLarge() {
        assertThat(run("length('" + "x".repeat(5_000) + "')")).isEqualTo("5000");
        assertThat(run("repeat('é', 1000000)")).hasSize(1_000_000);
    }

    @Test
    void statesBecomeCodesAndWords() {
        checkFailure(
                "insert into item values (1, 'two', 1)",
                ErrorCode.CONSTRAINT_VIOLATION,
                "Uniqueness violation. duplicate key value violates unique constraint \"item_pkey\"");
        checkFailure(
                "insert into item values (2, null, 1)",
                ErrorCode.CONSTRAINT_VIOLATION,
                "Not-NULL violation. null value in column \"name\" of relation \"item\" violates not-null constraint");
        checkFailure(
                "insert into item values (2, 'two', 0)",
                ErrorCode.PERMISSION_ERROR,
                "Check constraint violation. new row for relation \"item\" violates check constraint \"item_size_check\"");
        checkFailure(
                "insert into item values (2, 'two', 1, 7)",
                ErrorCode.CONSTRAINT_VIOLATION,
                "Foreign key violation. insert or update on table \"item\" violates foreign key constraint"
                        + " \"item_owner_fkey\"");
        checkFailure(
                "insert into item values (2, 'two', 1) on conflict on constraint nothing do nothing",
                ErrorCode.CONSTRAINT_ERROR,
                "constraint \"nothing\" for table \"item\" does not exist");
        checkFailure(
                "insert into item values ('x'::text::int, 'two', 1)",
                ErrorCode.DATA_EXCEPTION,
                "invalid input syntax for type integer: \"x\"");
        checkFailure(
                "select 1 / (select count(*) from item where id = -1)", ErrorCode.DATA_EXCEPTION, "division by zero");
        checkFailure("select nothing", ErrorCode.UNEXPECTED, "database query error");
        checkFailure("do $$ begin raise exception 'mine'; end $$", ErrorCode.UNEXPECTED, "database query error");
    }

    @Test
    void ourOwnChecksRaiseInsideTheStatement() {
        var check = """
                case when count(*) > 100 then json_agg(i) else
                  ('dovetail:check-violation:' || count(*))::uuid::text::json end""";
        checkFailure(
                "select " + check + " from item i",
                ErrorCode.PERMISSION_ERROR,
                "check constraint of an insert/update permission has failed");
        checkFailure(
                "select ('dovetail:answer-too-large:' || count(*))::uuid from item",
                ErrorCode.UNEXPECTED,
                "the answer of the database is too large; ask for fewer rows with a limit");
    }

    @Test
    void unexpectedErrorsKeepTheDetailsInside() {
        var failure = failureOf(() -> database.run(select("nothing + ($1::text)::int"), values("7"), null));
        assertThat(failure.internal())
                .hasToString(
                        "{\"statement\":\"select convert_to((nothing + ($1::text)::int)::text, 'UTF8')\",\"prepared\":true,"
                                + "\"error\":{\"exec_status\":\"FatalError\",\"hint\":null,\"message\":\"column \\\"nothing\\\""
                                + " does not exist\",\"status_code\":\"42703\",\"description\":null},\"arguments\":[\"7\"]}");
    }

    @Test
    void aTransactionCommitsOrLeavesNothing() {
        var insert = "with done as (insert into item values (($1::text)::int, $1::text, 1) returning id)"
                + " select convert_to(json_agg(done)::text, 'UTF8') from done";
        database.inTransaction(null, transaction -> {
            transaction.run(insert, values("10"));
            return transaction.run(insert, values("11"));
        });
        assertThat(run("select count(*) from item where id in (10, 11)")).isEqualTo("2");
        assertThatThrownBy(() -> database.inTransaction(null, transaction -> {
                    transaction.run(insert, values("12"));
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        assertThatThrownBy(() -> database.inTransaction(null, transaction -> {
                    transaction.run(insert, values("13"));
                    return transaction.run(insert, values("1"));
                }))
                .hasMessageContaining("Uniqueness violation");
        assertThat(run("select count(*) from item where id in (12, 13)")).isEqualTo("0");
    }

    @Test
    void aLimitCancelsTheStatement() {
        checkStopped(() -> database.run(select("pg_sleep(30)"), List.of(), Duration.ofMillis(100)));
        checkStopped(() -> database.inTransaction(
                Duration.ofMillis(100), transaction -> transaction.run(select("pg_sleep(30)"), List.of())));
        // We are told at once; the statement ends when Postgres has seen the cancellation.
        var patience = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!sleeping().equals("0") && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        assertThat(sleeping()).isEqualTo("0");
    }

    private String sleeping() {
        return run("select count(*) from pg_stat_activity where query like '%pg_sleep(30)%' and state = 'active'"
                + " and pid <> pg_backend_pid()");
    }

    @Test
    void aStopLeavesNothingOfATransaction() {
        for (var round = 0; round < 60; round++) {
            checkStopped(() -> database.inTransaction(Duration.ofMillis(1), transaction -> {
                transaction.run(
                        "insert into item (id, name) values (99, 'half') returning convert_to('', 'UTF8')", List.of());
                return transaction.run(select("pg_sleep(30)"), List.of());
            }));
        }
        assertThat(run("select count(*) from item where id = 99")).isEqualTo("0");
    }

    @Test
    void whatTheDriverRefusesCostsNoConnection() {
        try (var one = open(1)) {
            var process = new String(one.run(select("pg_backend_pid()"), List.of(), null), UTF_8);
            assertThatThrownBy(() -> one.run(select("($1::text)"), List.of("a", "b"), null))
                    .isInstanceOf(ApiException.class)
                    .hasMessageContaining("the statement could not be sent");
            assertThat(new String(one.run(select("pg_backend_pid()"), List.of(), null), UTF_8))
                    .isEqualTo(process);
        }
    }

    @Test
    void cancelFreesTheConnection() {
        for (var round = 0; round < 20; round++) {
            var running = database.start(select("pg_sleep(30)"), List.of(), null);
            if (round % 2 == 0) {
                pause(20);
            }
            running.cancel().run();
            assertThatThrownBy(() -> running.answer().toCompletableFuture().get(3, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(ApiException.class)
                    .hasMessageContaining("the request was cancelled");
        }
        assertThat(run("1")).isEqualTo("1");
    }

    @Test
    void aCancelNeverStopsAStranger() throws Exception {
        try (var one = open(1)) {
            for (var round = 0; round < 60; round++) {
                var running = one.start(select("1"), List.of(), null);
                running.cancel().run();
                assertThat(one.run(select("pg_sleep(0.005)"), List.of(), null)).isEmpty();
            }
        }
    }

    @Test
    void anInterruptCancels() throws Exception {
        var failure = new AtomicReference<@Nullable Throwable>();
        var waiting = Thread.ofVirtual().start(() -> {
            try {
                database.run(select("pg_sleep(31)"), List.of(), null);
            } catch (ApiException expected) {
                failure.set(expected);
            }
        });
        pause(100);
        waiting.interrupt();
        waiting.join(3_000);
        assertThat(failure.get()).hasMessageContaining("the request was cancelled");
        pause(200);
        assertThat(run("select count(*) from pg_stat_activity where query like '%pg_sleep(31)%' and state = 'active'"
                        + " and pid <> pg_backend_pid()"))
                .isEqualTo("0");
    }

    @Test
    void waitingForAConnectionIsBounded() {
        try (var one = open(1, Duration.ofSeconds(2))) {
            one.run(select("1"), List.of(), null);
            var busy = one.start(select("pg_sleep(30)"), List.of(), null);
            var waited = failureOf(() -> one.run(select("1"), List.of(), null));
            assertThat(waited.message()).isEqualTo("no database connection became free in time");
            assertThat(waited.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            var limited = failureOf(() ->
                    one.inTransaction(Duration.ofMillis(50), transaction -> transaction.run(select("1"), List.of())));
            assertThat(limited.code()).isEqualTo(ErrorCode.TIME_LIMIT_EXCEEDED);
            busy.cancel().run();
            assertThat(one.run(select("1"), List.of(), null)).asString(UTF_8).isEqualTo("1");
        }
    }

    @Test
    void theWaitQueueIsBounded() {
        try (var one = open(1, Duration.ofSeconds(1))) {
            var all = new ArrayList<CompletableFuture<byte[]>>();
            for (var i = 0; i < PoolSettings.WAIT_QUEUE_MAX + 10; i++) {
                all.add(one.start(select("pg_sleep(1)"), List.of(), null)
                        .answer()
                        .toCompletableFuture());
            }
            assertThat(all.stream()
                            .filter(future -> future.handle((bytes, failure) -> failure != null
                                            && failure.getMessage().contains("too many requests"))
                                    .join())
                            .count())
                    .isBetween(1L, 10L);
        }
    }

    @Test
    void aLostConnectionIsReplaced() {
        try (var one = open(1)) {
            for (var round = 0; round < 20; round++) {
                assertThat(failureOf(() -> one.run(select("pg_terminate_backend(pg_backend_pid())"), List.of(), null))
                                .code())
                        .isEqualTo(ErrorCode.UNAVAILABLE);
                assertThat(one.run(select("1"), List.of(), null))
                        .asString(UTF_8)
                        .isEqualTo("1");
            }
        }
    }

    @Test
    void manyThreadsShareFewConnections() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<java.util.concurrent.Future<String>>();
            for (var i = 0; i < 500; i++) {
                var number = String.valueOf(i);
                futures.add(threads.submit(() -> run("($1::text)::int * 2", number)));
            }
            for (var i = 0; i < futures.size(); i++) {
                assertThat(futures.get(i).get()).isEqualTo(String.valueOf(2 * i));
            }
        }
    }

    @Test
    void withoutPreparingItWorksToo() {
        try (var plain = new PgDatabase(
                TestPostgres.vertx(), ConnectionUrl.parse(url, PoolSettings.DEFAULT.withPrepare(false)))) {
            assertThat(plain.run(select("($1::text)::int"), values("5"), null))
                    .asString(UTF_8)
                    .isEqualTo("5");
            plain.run(select("($1::text)::int"), values("6"), null);
            assertThat(plain.run(select("select count(*) from pg_prepared_statements"), List.of(), null))
                    .asString(UTF_8)
                    .isEqualTo("0");
        }
    }

    @Test
    void lostPreparedStatementsSwitchPreparingOff() {
        try (var one = open(1)) {
            var query = select("select count(*) from pg_prepared_statements");
            assertThat(one.run(query, List.of(), null)).asString(UTF_8).isEqualTo("1");
            one.inTransaction(
                    null,
                    transaction -> transaction.run(
                            "with gone as (select count(*) from item) select convert_to(count::text, 'UTF8') from gone",
                            List.of()));
            // What a pooler in transaction mode does to us: the next statement meets a server that knows none of ours.
            one.run(select("1"), List.of(), null);
            deallocate(one);
            assertThat(one.run(query, List.of(), null)).asString(UTF_8).isEqualTo("0");
            assertThat(one.run(query, List.of(), null)).asString(UTF_8).isEqualTo("0");
        }
    }

    private static void deallocate(PgDatabase one) {
        failureOrNull(() -> one.run("deallocate all", List.of(), null));
    }

    private static void failureOrNull(Runnable work) {
        try {
            work.run();
        } catch (IllegalStateException answersNoRow) {
            assertThat(answersNoRow).hasMessageContaining("one row");
        }
    }

    private static List<@Nullable Object> values(@Nullable Object... values) {
        return Arrays.asList(values);
    }

    private static void checkStopped(Runnable work) {
        assertThat(failureOf(work).code()).isEqualTo(ErrorCode.TIME_LIMIT_EXCEEDED);
    }

    private static void checkFailure(String sql, ErrorCode code, String message) {
        var failure = failureOf(() -> database.inTransaction(null, transaction -> {
            try {
                return transaction.run(sql, List.of());
            } catch (IllegalStateException noAnswer) {
                return new byte[0];
            }
        }));
        assertThat(failure.message()).isEqualTo(message);
        assertThat(failure.code()).isEqualTo(code);
    }

    private static Failure.Own failureOf(Runnable work) {
        try {
            work.run();
        } catch (ApiException expected) {
            return (Failure.Own) expected.failure();
        }
        throw new AssertionError("nothing failed");
    }

    private static void pause(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
