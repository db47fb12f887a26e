package dev.dovetail.acceptance;

import dev.dovetail.app.Server;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A running engine, in this process and on a port of its own, reached over HTTP like any other. */
record Engine(Api api, Server server) implements AutoCloseable {
    private static final List<String> WORDS =
            List.of("serve", "--server-port", "0", "--server-host", "127.0.0.1", "--log-level", "error");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Returns when requests are served. */
    static Engine start(Map<String, String> env) {
        var engine = startWithoutWaiting(env);
        try {
            engine.server().awaitReady(PATIENCE);
            return engine;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** For worlds in which it cannot be ready. */
    static Engine startWithoutWaiting(Map<String, String> env) {
        var server = Server.start(WORDS, env);
        return new Engine(new Api("http://127.0.0.1:" + server.port()), server);
    }

    @Override
    public void close() {
        server.close();
    }
}
