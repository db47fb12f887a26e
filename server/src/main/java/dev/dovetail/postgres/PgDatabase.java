package dev.dovetail.postgres;

import dev.dovetail.execute.Database;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One source: its pool, shared by the whole process. */
public final class PgDatabase implements Database, AutoCloseable {
    private final Vertx vertx;
    private final ConnectionUrl url;
    private final Gear gear;

    /** Opens no connection yet. */
    public PgDatabase(Vertx vertx, ConnectionUrl url) {
        this.vertx = vertx;
        this.url = url;
        this.gear = new Gear(vertx, url.connection(), url.pool());
    }

    /** Two sources with equal urls share nothing, but an unchanged source need not be opened again. */
    public ConnectionUrl url() {
        return url;
    }

    @Override
    public StatementRun start(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        return StatementRun.start(vertx, gear, sql, values, limit);
    }

    @Override
    public byte[] run(String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        var run = start(sql, values, limit);
        try {
            return Waiting.on(run.future(), run::cancel);
        } catch (ExecutionException failure) {
            throw Waiting.rethrow(failure);
        }
    }

    @Override
    public <T> T inTransaction(@Nullable Duration limit, Work<T> work) {
        return TransactionRun.perform(vertx, gear, limit, work);
    }

    /** Statements under way finish; new ones fail. */
    @Override
    public void close() {
        gear.close();
    }
}
