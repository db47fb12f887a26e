package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Runs SQL beside the engine, on a connection of its own. */
final class Sql {
    private static final long WAIT_SECONDS = 120;
    private static final Vertx VERTX = Vertx.vertx();

    private final String url;

    Sql(String url) {
        this.url = url;
    }

    /** Any number of statements. */
    void run(String sql) {
        query(sql);
    }

    /** The first column of the first row, as text. */
    String one(String sql) {
        return String.valueOf(query(sql).iterator().next().getValue(0));
    }

    /** The first column of the first row that the last of several statements answers. */
    JsonNode last(String sql) {
        var answer = query(sql);
        while (answer.next() != null) {
            answer = answer.next();
        }
        return Json.read(String.valueOf(answer.iterator().next().getValue(0)));
    }

    private RowSet<Row> query(String sql) {
        return PgConnection.connect(VERTX, PgConnectOptions.fromUri(url))
                .compose(connection -> connection.query(sql).execute().eventually(connection::close))
                .toCompletionStage()
                .toCompletableFuture()
                .orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
