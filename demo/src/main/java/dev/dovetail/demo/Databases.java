package dev.dovetail.demo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import java.util.concurrent.TimeUnit;

/** What the embedded Postgres does not do itself. */
final class Databases {
    private static final long WAIT_SECONDS = 10;

    private Databases() {}

    /** Drops the database if it is there. Waits on the caller's thread. */
    static void drop(String adminUrl, String name) {
        var vertx = Vertx.vertx();
        try {
            await(PgConnection.connect(vertx, PgConnectOptions.fromUri(adminUrl))
                    .compose(connection -> connection
                            .query("drop database if exists \"" + name + "\" with (force)")
                            .execute()
                            .eventually(connection::close)));
        } finally {
            await(vertx.close());
        }
    }

    private static void await(Future<?> work) {
        work.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(WAIT_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
