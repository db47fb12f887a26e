package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import dev.dovetail.execute.Database;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on one connection, driven by one (virtual) thread. BEGIN travels with the first statement. Whatever
 * goes wrong, the connection is rolled back and given back, or cut.
 */
final class TransactionRun implements Database.Transaction {
    private final Vertx vertx;
    private final Gear gear;
    private @Nullable Lease lease;
    private @Nullable CompletableFuture<SqlConnection> arriving;
    private Gear.Way way;
    private @Nullable Future<RowSet<Row>> begun;
    private @Nullable ApiException stopped;

    private TransactionRun(Vertx vertx, Gear gear) {
        this.vertx = vertx;
        this.gear = gear;
        this.way = gear.way();
    }

    static <T> T perform(Vertx vertx, Gear gear, @Nullable Duration limit, Function<TransactionRun, T> work) {
        var transaction = new TransactionRun(vertx, gear);
        var timer = limit == null
                ? null
                : (Long) vertx.setTimer(
                        Math.max(1, limit.toMillis()), expired -> transaction.stop(Troubles.timeLimit()));
        try {
            try {
                return transaction.attempt(work);
            } catch (StatementLost lost) {
                transaction.abandon();
                return transaction.attempt(work);
            }
        } finally {
            if (timer != null) {
                vertx.cancelTimer(timer);
            }
            transaction.abandon();
        }
    }

    private <T> T attempt(Function<TransactionRun, T> work) {
        open();
        var result = work.apply(this);
        commit();
        return result;
    }

    @Override
    public byte[] run(String sql, List<@Nullable Object> values) {
        var rows = await(current().execute(sql, values), sql, values);
        requireBegun();
        return Answers.only(rows);
    }

    /** Any number of statements without values, answers dropped: for DDL. */
    void command(String sql) {
        await(current().command(sql), sql, List.of());
        requireBegun();
    }

    private void open() {
        way = gear.way();
        var connection = awaitConnection();
        var taken = new Lease(vertx, connection);
        var begin = "BEGIN ISOLATION LEVEL " + gear.settings().isolation().sql() + " READ WRITE";
        synchronized (this) {
            lease = taken;
            begun = taken.command(begin);
        }
        checkNotStopped();
    }

    private void commit() {
        requireBegun();
        checkNotStopped();
        await(current().command("COMMIT"), "COMMIT", List.of());
        ended();
    }

    /** Before more is sent: without the BEGIN each statement would commit by itself. */
    private void requireBegun() {
        Future<RowSet<Row>> begin;
        synchronized (this) {
            begin = begun;
            begun = null;
        }
        if (begin != null) {
            await(begin, "BEGIN", List.of());
        }
    }

    /** There is nothing to roll back any more. */
    private void ended() {
        Lease used;
        synchronized (this) {
            used = lease;
            lease = null;
        }
        if (used != null) {
            used.release(false);
        }
    }

    /** Rolls back without waiting, if the transaction is still open. */
    private void abandon() {
        Lease open;
        synchronized (this) {
            open = lease;
            lease = null;
        }
        if (open == null) {
            return;
        }
        var timer = vertx.setTimer(Lease.CANCEL_PATIENCE_MS, late -> open.sever());
        open.command("ROLLBACK")
                .onComplete(rows -> open.release(false), failure -> open.sever())
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private void stop(ApiException reason) {
        Lease running;
        Future<RowSet<Row>> begin;
        synchronized (this) {
            if (stopped == null) {
                stopped = reason;
            }
            running = lease;
            begin = begun;
            if (arriving != null) {
                arriving.completeExceptionally(reason);
            }
        }
        if (running != null) {
            halt(running, begin);
        }
    }

    /** Not while the BEGIN runs: a cancel would hit it, and the statement behind it would commit by itself. */
    private void halt(Lease running, @Nullable Future<RowSet<Row>> begin) {
        if (begin == null || begin.isComplete()) {
            running.halt();
            return;
        }
        var timer = vertx.setTimer(Lease.CANCEL_PATIENCE_MS, late -> running.sever());
        begin.onComplete(done -> {
            vertx.cancelTimer(timer);
            running.halt();
        });
    }

    private synchronized Lease current() {
        checkNotStopped();
        if (lease == null) {
            throw new IllegalStateException("the transaction has ended");
        }
        return lease;
    }

    private synchronized void checkNotStopped() {
        if (stopped != null) {
            throw stopped;
        }
    }

    private SqlConnection awaitConnection() {
        var arrival = new CompletableFuture<SqlConnection>();
        synchronized (this) {
            checkNotStopped();
            arriving = arrival;
        }
        way.pool()
                .getConnection()
                .onSuccess(connection -> accept(arrival, connection))
                .onFailure(arrival::completeExceptionally);
        try {
            return Waiting.on(arrival, () -> refuse(arrival));
        } catch (ExecutionException failure) {
            checkNotStopped();
            if (gear.way() != way) {
                throw new StatementLost();
            }
            throw Troubles.connection(failure);
        }
    }

    private static void accept(CompletableFuture<SqlConnection> arrival, SqlConnection connection) {
        if (!arrival.complete(connection)) {
            connection.close();
        }
    }

    private static void refuse(CompletableFuture<SqlConnection> arrival) {
        if (!arrival.completeExceptionally(Troubles.cancelled())) {
            arrival.thenAccept(SqlConnection::close);
        }
    }

    private RowSet<Row> await(Future<RowSet<Row>> future, String sql, List<@Nullable Object> values) {
        try {
            return Waiting.on(future.toCompletionStage().toCompletableFuture(), () -> stop(Troubles.cancelled()));
        } catch (ExecutionException failure) {
            checkNotStopped();
            if (Troubles.unwrap(failure) instanceof PgException error
                    && SqlStates.preparedStatementLost(ServerError.of(error))
                    && gear.leave(way)) {
                throw new StatementLost();
            }
            throw Troubles.statement(failure, sql, way.prepares(), values);
        }
    }

    /** Nothing is committed: the work can start over without preparing. */
    private static final class StatementLost extends RuntimeException {
        StatementLost() {
            super(null, null, false, false);
        }
    }
}
