package dev.dovetail.postgres;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A source's pool with its way of sending statements: prepared, or, when a pooler is found in between, unnamed. What
 * the user has said about preparing holds in any case.
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
    private boolean closed;

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
        if (!lost.prepares || settings.prepare() != null || closed) {
            return false;
        }
        if (way == lost) {
            LOG.warn(
                    "a pooler stands before {}: statements are not prepared there,"
                            + " unless use_prepared_statements says so",
                    connection);
            way = open(false);
            // What runs there now may end in peace.
            vertx.setTimer(RETIRE_MS, timer -> lost.pool.close());
        }
        return true;
    }

    @Override
    public synchronized void close() {
        closed = true;
        way.pool.close();
    }

    private Way open(boolean prepare) {
        var leavesPoolers = prepare && settings.prepare() == null;
        var greeting = new Greeting(leavesPoolers ? () -> leave(way) : null);
        return new Way(Pools.open(vertx, connection, settings, prepare, greeting), prepare);
    }
}
