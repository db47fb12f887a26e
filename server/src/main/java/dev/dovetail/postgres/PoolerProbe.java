package dev.dovetail.postgres;

import io.vertx.core.Handler;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;

/**
 * Looks whether a pooler such as PgBouncer stands between us and the server, before a new connection is used. A pooler
 * that lends a server connection per transaction mixes up the prepared statements of its clients: ours may be unknown
 * there, or, far worse, another client's statement may have its name, and answer. So we do not wait for the error. A
 * server tells its process's number when connecting and again when asked; a pooler cannot know the number when
 * connecting and makes one up.
 */
final class PoolerProbe implements Handler<SqlConnection> {
    private final Runnable onPooler;

    PoolerProbe(Runnable onPooler) {
        this.onPooler = onPooler;
    }

    @Override
    public void handle(SqlConnection fresh) {
        var connection = (PgConnection) fresh;
        connection
                .query("SELECT pg_backend_pid()")
                .execute()
                .onSuccess(rows -> {
                    if (pid(rows) == connection.processId()) {
                        Wire.allowSilence(connection);
                        connection.close();
                    } else {
                        onPooler.run();
                        Wire.cut(connection);
                    }
                })
                .onFailure(failure -> Wire.cut(connection));
    }

    private static int pid(RowSet<Row> rows) {
        return rows.iterator().next().getInteger(0);
    }
}
