package dev.dovetail.postgres;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a source's connections are kept.
 *
 * @param acquireTimeout how long a statement waits for a connection
 * @param lifetime a connection older than this is replaced; null: never
 * @param prepare null: prepare until a pooler in between shows that it cannot
 * @param isolation of mutations' transactions, as SQL names it
 */
public record PoolSettings(
        int maxConnections,
        Duration idleTimeout,
        Duration acquireTimeout,
        @Nullable Duration lifetime,
        @Nullable Boolean prepare,
        Isolation isolation) {

    public static final int WAIT_QUEUE_MAX = 10_000;

    public static final PoolSettings DEFAULT = new PoolSettings(
            50,
            Duration.ofSeconds(180),
            Duration.ofSeconds(10),
            Duration.ofSeconds(600),
            null,
            Isolation.READ_COMMITTED);

    public enum Isolation {
        READ_COMMITTED("READ COMMITTED"),
        REPEATABLE_READ("REPEATABLE READ"),
        SERIALIZABLE("SERIALIZABLE");

        private final String sql;

        Isolation(String sql) {
            this.sql = sql;
        }

        public String sql() {
            return sql;
        }

        /** By the name metadata and options give it: {@code repeatable-read}. */
        public static Isolation of(String wire) {
            for (var level : values()) {
                if (level.sql.equalsIgnoreCase(wire.replace('-', ' '))) {
                    return level;
                }
            }
            throw new IllegalArgumentException("no isolation level: " + wire);
        }
    }

    public PoolSettings {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("max_connections must be at least 1");
        }
    }

    public PoolSettings withMaxConnections(int max) {
        return new PoolSettings(max, idleTimeout, acquireTimeout, lifetime, prepare, isolation);
    }

    public PoolSettings withIdleTimeout(Duration idle) {
        return new PoolSettings(maxConnections, idle, acquireTimeout, lifetime, prepare, isolation);
    }

    public PoolSettings withAcquireTimeout(Duration acquire) {
        return new PoolSettings(maxConnections, idleTimeout, acquire, lifetime, prepare, isolation);
    }

    public PoolSettings withLifetime(@Nullable Duration max) {
        return new PoolSettings(maxConnections, idleTimeout, acquireTimeout, max, prepare, isolation);
    }

    public PoolSettings withPrepare(@Nullable Boolean wanted) {
        return new PoolSettings(maxConnections, idleTimeout, acquireTimeout, lifetime, wanted, isolation);
    }

    public PoolSettings withIsolation(Isolation level) {
        return new PoolSettings(maxConnections, idleTimeout, acquireTimeout, lifetime, prepare, level);
    }
}
