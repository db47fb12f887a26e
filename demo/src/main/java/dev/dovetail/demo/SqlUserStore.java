package dev.dovetail.demo;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** Users in the table {@code users} of a Postgres. Waits on the caller's thread: call it from a virtual one. */
public final class SqlUserStore implements UserStore, AutoCloseable {
    private static final int CONNECTIONS_MAX = 4;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final Vertx vertx;
    private final Pool pool;

    /** Connects on the first use only. */
    public SqlUserStore(String databaseUrl) {
        this.vertx = Vertx.vertx();
        this.pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(CONNECTIONS_MAX))
                .connectingTo(PgConnectOptions.fromUri(databaseUrl))
                .using(vertx)
                .build();
    }

    @Override
    public UUID insert(String name, String auth0Id) {
        return within(pool.preparedQuery("insert into public.users (name, auth0_id) values ($1, $2) returning id")
                .execute(Tuple.of(name, auth0Id))
                .map(rows -> rows.iterator().next().getUUID("id"))
                .toCompletionStage()
                .toCompletableFuture());
    }

    @Override
    public void close() {
        within(pool.close().toCompletionStage().toCompletableFuture());
        within(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static <T> T within(CompletableFuture<T> answer) {
        try {
            return answer.orTimeout(WAIT.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
