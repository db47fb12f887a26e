package dev.dovetail.postgres;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A connection taken from the pool until it is given back, with the right to stop what runs on it. Postgres cancels
 * "whatever runs on that connection", so a connection whose cancel may still be on its way is never given back: it
 * would stop a stranger's statement.
 */
final class Lease {
    static final long CANCEL_PATIENCE_MS = 1_000;

    private final Vertx vertx;
    private final PgConnection connection;
    private @Nullable Long severTimer;
    private boolean halted;
    private boolean ended;

    Lease(Vertx vertx, SqlConnection connection) {
        this.vertx = vertx;
        this.connection = (PgConnection) connection;
        // Otherwise the client logs each of them as a warning, for instance what a user's function raises.
        this.connection.noticeHandler(notice -> {});
    }

    Future<RowSet<Row>> execute(String sql, List<@Nullable Object> values) {
        return connection.preparedQuery(sql).execute(Tuple.wrap(values.toArray()));
    }

    /** One statement without values and without preparing, such as BEGIN. */
    Future<RowSet<Row>> command(String sql) {
        return connection.query(sql).execute();
    }

    /** Asks Postgres to stop the running statement; when nothing comes back in a second, cuts the connection. */
    synchronized void halt() {
        if (halted || ended) {
            return;
        }
        halted = true;
        severTimer = vertx.setTimer(CANCEL_PATIENCE_MS, timer -> giveUp());
        connection.cancelRequest().onFailure(failure -> sever());
    }

    /** The first cancel may have come before the statement, which would go on although nobody reads it any more. */
    private synchronized void giveUp() {
        if (!ended) {
            connection.cancelRequest();
            sever();
        }
    }

    /** @param cancelAnswered whether Postgres has reported the cancel, so that no cancel is on its way any more */
    synchronized void release(boolean cancelAnswered) {
        if (ended) {
            return;
        }
        if (halted && !cancelAnswered) {
            sever();
            return;
        }
        end();
        connection.close();
    }

    /** Drops the connection at once; the pool opens another when it needs one. */
    synchronized void sever() {
        if (ended) {
            return;
        }
        end();
        // Not closed through the pool, which would lend the dying connection to the next one waiting: it hears of the
        // cut.
        Wire.cut(connection);
    }

    private void end() {
        ended = true;
        if (severTimer != null) {
            vertx.cancelTimer(severTimer);
        }
    }
}
