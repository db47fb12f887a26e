package dev.dovetail.postgres;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source's pool with its way of sending statements: prepared, or, once a pooler in between has shown that it mixes
 * prepared statements up, unnamed.
 */
final class Gear implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Gear.class);
    private static final long RETIRE_MS = 60_000;

    /** One way of sending; a statement keeps to the one it began with. */
    record Way(Pool pool, boolean prepares) {}

    private final Vertx vertx;
    private final ConnectionSettings connection;
    private final PoolSettings settings;
    private volatile Way way;

    Gear(Vertx vertx, ConnectionSettings connection, PoolSettings settings) {
        this.vertx = vertx;
        this.connection = connection;
        this.settings = settings;
        this.way = open(!Boolean.FALSE.equals(settings.prepare()));
    }

    Way way() {
        return way;
    }

    PoolSettings settings() {
        return settings;
    }

    /** Answers whether a statement that got lost on the way given is worth sending again. */
    synchronized boolean leave(Way lost) {
        if (!lost.prepares || Boolean.TRUE.equals(settings.prepare())) {
            return false;
        }
        if (way == lost) {
            LOG.warn("prepared statements get lost on the way to {}: sending unnamed ones from now on", connection);
            way = open(false);
            // What runs there now may end in peace.
            vertx.setTimer(RETIRE_MS, timer -> lost.pool.close());
        }
        return true;
    }

    @Override
    public void close() {
        way.pool.close();
    }

    private Way open(boolean prepare) {
        return new Way(Pools.open(vertx, connection, settings, prepare), prepare);
    }
}
