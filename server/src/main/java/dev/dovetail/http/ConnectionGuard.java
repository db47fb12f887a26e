package dev.dovetail.http;

import io.vertx.core.http.HttpConnection;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Closes connections that hold a place without using it: a request that trickles in ("slow loris"), or silence. A
 * connection whose request is being worked on is left alone, however long that takes.
 */
final class ConnectionGuard {
    private static final long BYTES_PER_SECOND_MIN = 1024;

    private final Map<HttpConnection, Use> open = new ConcurrentHashMap<>();
    private final long slowNanos;
    private final long keepAliveNanos;

    ConnectionGuard(Duration slowAfter, Duration keepAlive) {
        this.slowNanos = slowAfter.toNanos();
        this.keepAliveNanos = keepAlive.toNanos();
    }

    private enum Phase {
        /** Connected, and no request's headers have ever been complete. */
        FRESH,
        /** A request's headers are there, its body is not. */
        ARRIVING,
        WORKING,
        IDLE
    }

    private static final class Use {
        private volatile Phase phase = Phase.FRESH;
        private volatile long sinceNanos = System.nanoTime();
        private volatile long bytes;

        private void enter(Phase next) {
            phase = next;
            sinceNanos = System.nanoTime();
            bytes = 0;
        }
    }

    void connected(HttpConnection connection) {
        open.put(connection, new Use());
        connection.closeHandler(nothing -> open.remove(connection));
    }

    void arriving(HttpConnection connection) {
        enter(connection, Phase.ARRIVING);
    }

    void progress(HttpConnection connection, int bytes) {
        var use = open.get(connection);
        if (use != null) {
            use.bytes = use.bytes + bytes;
        }
    }

    void working(HttpConnection connection) {
        enter(connection, Phase.WORKING);
    }

    void answered(HttpConnection connection) {
        enter(connection, Phase.IDLE);
    }

    int connections() {
        return open.size();
    }

    /** To be called every few seconds. */
    void sweep() {
        var now = System.nanoTime();
        open.forEach((connection, use) -> {
            if (now - use.sinceNanos > patienceNanos(use)) {
                connection.close();
            }
        });
    }

    private long patienceNanos(Use use) {
        return switch (use.phase) {
            case FRESH -> slowNanos;
            case ARRIVING ->
                slowNanos + Duration.ofSeconds(use.bytes / BYTES_PER_SECOND_MIN).toNanos();
            case WORKING -> Long.MAX_VALUE;
            case IDLE -> keepAliveNanos;
        };
    }

    private void enter(HttpConnection connection, Phase phase) {
        var use = open.get(connection);
        if (use != null) {
            use.enter(phase);
        }
    }
}
