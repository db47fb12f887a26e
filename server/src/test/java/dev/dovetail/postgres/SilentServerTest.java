package dev.dovetail.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A server that accepts connections and then says nothing must cost a bounded time, and no connection for ever. */
class SilentServerTest {
    private static final String ONE = "select convert_to('1', 'UTF8')";

    private MutedProxy proxy;
    private PgDatabase database;

    @BeforeEach
    void open() throws IOException {
        proxy = new MutedProxy(TestPostgres.port());
        database = new PgDatabase(
                TestPostgres.vertx(),
                ConnectionUrl.parse(
                        "postgres://postgres@127.0.0.1:" + proxy.port() + "/postgres?sslmode=disable&connect_timeout=1",
                        PoolSettings.DEFAULT.withMaxConnections(1).withAcquireTimeout(Duration.ofSeconds(2))));
    }

    @AfterEach
    void close() throws IOException {
        database.close();
        proxy.close();
    }

    @Test
    void silenceWhileConnectingEndsAndHeals() {
        proxy.mute(true);
        checkFailure(() -> database.run(ONE, List.of(), null), ErrorCode.UNAVAILABLE, "the database cannot be reached");
        checkFailure(
                () -> database.run(ONE, List.of(), Duration.ofMillis(100)),
                ErrorCode.TIME_LIMIT_EXCEEDED,
                "the database did not answer within the time limit");
        proxy.mute(false);
        checkAnswersSoon();
    }

    @Test
    void silenceInAStatementEndsWithItsLimit() {
        checkAnswersSoon();
        proxy.mute(true);
        checkFailure(
                () -> database.run(ONE, List.of(), Duration.ofMillis(100)),
                ErrorCode.TIME_LIMIT_EXCEEDED,
                "the database did not answer within the time limit");
        proxy.mute(false);
        checkAnswersSoon();
    }

    @Test
    void silenceInATransactionEndsWithItsLimit() {
        checkAnswersSoon();
        checkFailure(
                () -> database.inTransaction(Duration.ofMillis(200), transaction -> {
                    transaction.run(ONE, List.of());
                    proxy.mute(true);
                    return transaction.run(ONE, List.of());
                }),
                ErrorCode.TIME_LIMIT_EXCEEDED,
                "the database did not answer within the time limit");
        proxy.mute(false);
        checkAnswersSoon();
    }

    @Test
    void aLongStatementIsNoSilence() {
        var sql = "select convert_to(pg_sleep(2.5)::text || 'done', 'UTF8')";
        assertThat(new String(database.run(sql, List.of(), null), StandardCharsets.UTF_8))
                .isEqualTo("done");
    }

    private void checkAnswersSoon() {
        assertThat(CompletableFuture.supplyAsync(() -> database.run(ONE, List.of(), null)))
                .succeedsWithin(5, TimeUnit.SECONDS);
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
}
