package dev.dovetail.postgres;

import io.vertx.core.Handler;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import org.jspecify.annotations.Nullable;

/**
 * The first statement of a new connection. It looks whether a pooler such as PgBouncer stands between us and the
 * server, and makes the server ready for us.
 *
 * <p>A pooler that lends a server connection per transaction mixes up the prepared statements of its clients: ours may
 * be unknown there, or, far worse, another client's statement may have its name, and answer. So we do not wait for the
 * error. A server tells its process's number when connecting and again when asked; a pooler cannot know the number when
 * connecting and makes one up.
 *
 * <p>Just-in-time compilation is switched off where nobody has set it. One statement for a whole tree of fields has
 * many expressions that run a few times each: to compile them takes seconds where to run them takes milliseconds.
 * Behind a pooler the setting is left alone, since the connection is also other clients'.
 */
final class Greeting implements Handler<SqlConnection> {
    private final @Nullable Runnable onPooler;

    /** @param onPooler what happens instead of using a connection through a pooler; null to use it all the same */
    Greeting(@Nullable Runnable onPooler) {
        this.onPooler = onPooler;
    }

    @Override
    public void handle(SqlConnection fresh) {
        var connection = (PgConnection) fresh;
        connection
                .query(statement(connection.processId()))
                .execute()
                .onSuccess(rows -> {
                    if (onPooler == null || pid(rows) == connection.processId()) {
                        Wire.allowSilence(connection);
                        connection.close();
                    } else {
                        onPooler.run();
                        Wire.cut(connection);
                    }
                })
                .onFailure(failure -> Wire.cut(connection));
    }

    private static String statement(int expectedPid) {
        return """
                SELECT pg_backend_pid(),
                  (SELECT set_config('jit', 'off', false) FROM pg_settings
                   WHERE name = 'jit' AND source = 'default' AND pg_backend_pid() = %d)""".formatted(expectedPid);
    }

    private static int pid(RowSet<Row> rows) {
        return rows.iterator().next().getInteger(0);
    }
}
