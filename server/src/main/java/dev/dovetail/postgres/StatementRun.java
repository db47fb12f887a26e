package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One statement outside a transaction: takes a connection, runs, gives it back; can be stopped at any moment. */
final class StatementRun {
    private final Vertx vertx;
    private final Gear gear;
    private final String sql;
    private final List<@Nullable Object> values;
    private final CompletableFuture<byte[]> answer = new CompletableFuture<>();
    private @Nullable Lease lease;
    private @Nullable ApiException stopped;
    private @Nullable Long limitTimer;

    private StatementRun(Vertx vertx, Gear gear, String sql, List<@Nullable Object> values) {
        this.vertx = vertx;
        this.gear = gear;
        this.sql = sql;
        this.values = values;
    }

    static StatementRun start(
            Vertx vertx, Gear gear, String sql, List<@Nullable Object> values, @Nullable Duration limit) {
        var run = new StatementRun(vertx, gear, sql, values);
        if (limit != null) {
            run.limitTimer = vertx.setTimer(Math.max(1, limit.toMillis()), timer -> run.stop(Troubles.timeLimit()));
        }
        run.acquire();
        return run;
    }

    void cancel() {
        stop(Troubles.cancelled());
    }

    CompletableFuture<byte[]> future() {
        return answer;
    }

    private void acquire() {
        var way = gear.way();
        way.pool()
                .getConnection()
                .onSuccess(connection -> connected(way, connection))
                .onFailure(failure -> notConnected(way, failure));
    }

    private void notConnected(Gear.Way way, Throwable failure) {
        var running = !answer.isDone();
        if (running && gear.way() != way) {
            acquire();
            return;
        }
        fail(Troubles.connection(failure));
    }

    private void connected(Gear.Way way, SqlConnection connection) {
        var taken = new Lease(vertx, connection);
        synchronized (this) {
            if (stopped == null) {
                lease = taken;
            }
        }
        if (lease != taken) {
            taken.release(true);
            return;
        }
        execute(taken).onSuccess(rows -> succeeded(taken, rows)).onFailure(failure -> failed(way, taken, failure));
    }

    /** A source's isolation, when it is not that of every statement, needs a transaction to be said in. */
    private Future<RowSet<Row>> execute(Lease taken) {
        var isolation = gear.settings().isolation();
        if (isolation == PoolSettings.Isolation.READ_COMMITTED) {
            return taken.execute(sql, values);
        }
        return taken.command("BEGIN ISOLATION LEVEL " + isolation.sql())
                .compose(begun -> taken.execute(sql, values))
                .compose(
                        rows -> taken.command("COMMIT").map(rows),
                        failure -> taken.command("ROLLBACK").transform(ended -> Future.failedFuture(failure)));
    }

    private void stop(ApiException reason) {
        Lease running;
        synchronized (this) {
            if (stopped != null || answer.isDone()) {
                return;
            }
            stopped = reason;
            running = lease;
        }
        if (running == null) {
            fail(reason);
        } else {
            running.halt();
        }
    }

    private void succeeded(Lease used, RowSet<Row> rows) {
        used.release(false);
        try {
            var bytes = Answers.only(rows);
            finish();
            answer.complete(bytes);
        } catch (IllegalStateException wrongShape) {
            finish();
            answer.completeExceptionally(wrongShape);
        }
    }

    private void failed(Gear.Way way, Lease used, Throwable failure) {
        var server = failure instanceof PgException error ? ServerError.of(error) : null;
        // A connection that is lost, or about to be, may be so before the pool knows.
        if (server == null && Troubles.isRefusal(failure)) {
            used.release(false);
        } else if (server == null || SqlStates.endsConnection(server)) {
            used.sever();
        } else {
            used.release(server.sqlState().equals(SqlStates.CANCELLED));
        }
        var reason = stopReason();
        if (reason != null) {
            fail(reason);
            return;
        }
        if (server != null && SqlStates.preparedStatementLost(server) && gear.leave(way)) {
            acquire();
            return;
        }
        fail(Troubles.statement(failure, sql, way.prepares(), values));
    }

    private synchronized @Nullable ApiException stopReason() {
        lease = null;
        return stopped;
    }

    private void fail(ApiException failure) {
        finish();
        answer.completeExceptionally(failure);
    }

    private void finish() {
        var timer = limitTimer;
        if (timer != null) {
            vertx.cancelTimer(timer);
        }
    }
}
