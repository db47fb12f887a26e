package dev.dovetail.postgres;

import dev.dovetail.execute.Database;
import dev.dovetail.execute.Underway;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One source: its pool, shared by the whole process. */
public final class PgDatabase implements Database, AutoCloseable {
    private static final long RETIRE_CHECK_MS = 2_000;
    private static final int RETIRE_CHECKS_MAX = 300;

    private final Vertx vertx;
    private final ConnectionUrl url;
    private final Gear gear;
    private final AtomicInteger busy = new AtomicInteger();

    /** Opens no connection yet. */
    public PgDatabase(Vertx vertx, ConnectionUrl url) {
        this.vertx = vertx;
        this.url = url;
        this.gear = new Gear(vertx, url.connection(), url.pool());
    }

    public ConnectionUrl url() {
        return url;
    }

    @Override
    public Underway<byte[]> start(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        var run = started(sql, values, limit);
        return new Underway<>(run.future(), run::cancel);
    }

    private StatementRun started(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        busy.incrementAndGet();
        var run = StatementRun.start(vertx, gear, sql, values, limit);
        run.future().whenComplete((answer, failure) -> busy.decrementAndGet());
        return run;
    }

    /** As {@link #start}, waiting for the answer on this (virtual) thread; an interrupt cancels the statement. */
    public byte[] run(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        var run = started(sql, values, limit);
        try {
            return Waiting.on(run.future(), run::cancel);
        } catch (ExecutionException failure) {
            throw Waiting.rethrow(failure);
        }
    }

    @Override
    public <T> T inTransaction(@Nullable Duration limit, Work<T> work) {
        return transact(limit, work::run);
    }

    /** As {@link #inTransaction}, for work of this room that needs more than a step of a plan does. */
    <T> T transact(@Nullable Duration limit, Function<TransactionRun, T> work) {
        busy.incrementAndGet();
        try {
            return TransactionRun.perform(vertx, gear, limit, work);
        } finally {
            busy.decrementAndGet();
        }
    }

    /**
     * Closes when nobody has used it between two looks: a request that took this database out of an older snapshot may
     * still be about to use it. After ten minutes it is closed in any case.
     */
    void retire() {
        retire(false, RETIRE_CHECKS_MAX);
    }

    private void retire(boolean wasIdle, int checksLeft) {
        vertx.setTimer(RETIRE_CHECK_MS, timer -> {
            var idle = busy.get() == 0;
            if (wasIdle && idle || checksLeft == 0) {
                close();
            } else {
                retire(idle, checksLeft - 1);
            }
        });
    }

    /** Statements under way finish; new ones fail. */
    @Override
    public void close() {
        gear.close();
    }
}
