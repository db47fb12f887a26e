package dev.dovetail.app;

import dev.dovetail.http.HttpEdge;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A running server. {@link Main} starts one, and so do the demo and tests. */
public final class Server implements AutoCloseable {
    private static final Duration AFTER_GRACE = Duration.ofSeconds(5);

    private final Parts parts;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable FatalException end;
    private int port;

    /** What {@link Wiring} makes. */
    record Parts(
            Options options, Vertx vertx, HttpEdge edge, Engine engine, Lifecycle lifecycle, Observers observers) {}

    Server(Parts parts) {
        this.parts = parts;
        this.thread = Thread.ofPlatform().name("lifecycle").unstarted(this::live);
    }

    /**
     * Starts a server that listens when this returns, and whose engine comes up behind.
     *
     * @param words as on the command line, for example {@code --server-port 0}
     * @throws IllegalArgumentException for options that cannot be understood
     * @throws IllegalStateException when the port is taken
     */
    public static Server start(List<String> words, Map<String, String> environment) {
        try {
            var line = CommandLine.parse(words, OptionTable.ALL);
            var server = Wiring.server(Options.of(line.flags(), environment), environment);
            server.start();
            return server;
        } catch (UsageException wrong) {
            throw new IllegalArgumentException(wrong.getMessage(), wrong);
        } catch (FatalException fatal) {
            throw new IllegalStateException(fatal.getMessage(), fatal);
        }
    }

    /** Throws a {@link FatalException} when it cannot listen. */
    void start() {
        tell("server_configuration", StartupReport.configuration(parts.options()));
        StartupReport.warnings(parts.options())
                .forEach(warning -> parts.observers().observer().see(warning));
        try {
            port = parts.edge()
                    .start(parts.options().limits().eventLoops())
                    .await(AFTER_GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception cause) {
            close();
            var server = parts.options().server();
            throw new FatalException(
                    "cannot listen on " + server.host() + ":" + server.port() + ": " + cause.getMessage(), cause);
        }
        // Not before: each listener is to have an event loop of its own, and these are dealt out in turn
        thread.start();
        tell("listening", Json.object().put("message", "listening on port " + port));
    }

    private void live() {
        try {
            parts.lifecycle().run();
        } catch (FatalException fatal) {
            end = fatal;
        }
    }

    public int port() {
        return port;
    }

    /**
     * Waits until requests are served. Inconsistent metadata do not count: they are served as far as they go.
     *
     * @throws IllegalStateException when the time is up or the server has ended
     */
    public void awaitReady(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!parts.lifecycle().awaitLoaded(Duration.ofMillis(50))) {
            if (!thread.isAlive()) {
                throw new IllegalStateException("the server has ended", end);
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        "not ready after " + patience + ": " + parts.lifecycle().state());
            }
        }
    }

    /** Waits until the server is closed; throws a {@link FatalException} when it ends by itself. */
    void join() throws InterruptedException {
        thread.join();
        var fatal = end;
        if (fatal != null) {
            close();
            throw fatal;
        }
        closed.await();
    }

    /** Accepts nothing new, finishes what is under way, for at most the graceful shutdown timeout, and lets go. */
    @Override
    public void close() {
        if (stopped.getAndSet(true)) {
            return;
        }
        tell("stopping", Json.object().put("message", "waiting for requests under way"));
        parts.lifecycle().stop();
        attempt(parts.engine()::stopWork);
        var grace = parts.options().server().gracefulShutdown();
        attempt(() -> parts.edge().stop(grace).await(grace.plus(AFTER_GRACE).toMillis(), TimeUnit.MILLISECONDS));
        attempt(() -> thread.join(AFTER_GRACE));
        attempt(parts.engine()::close);
        attempt(() -> parts.vertx().close().await(AFTER_GRACE.toMillis(), TimeUnit.MILLISECONDS));
        tell("stopped", Json.object().put("message", "stopped"));
        parts.observers().close();
        closed.countDown();
    }

    private void tell(String kind, JsonNode info) {
        parts.observers().observer().see(new Observation.Step(Level.INFO, kind, info));
    }

    /** One thing that will not stop must not keep the others from stopping. */
    private void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            parts.observers().observer().see(new Observation.Fault("stopping", e, null));
        }
    }

    private interface Step {
        void run() throws Exception;
    }
}
