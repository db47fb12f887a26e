package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An {@link UpstreamServer}, started. */
final class Upstream implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Process process;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Upstream(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Returns when it answers. */
    static Upstream start() throws IOException, InterruptedException {
        return start(UpstreamServer.class, List.of());
    }

    /** A proxy before another. */
    static Upstream startProxy(Upstream target) throws IOException, InterruptedException {
        return start(UpstreamServer.class, List.of(String.valueOf(target.port)));
    }

    /** A proxy of the engine's edge and client before another; it answers {@code /v1/graphql} only. */
    static Upstream startEdgeProxy(Upstream target, String path) throws IOException, InterruptedException {
        return start(EdgeProxy.class, List.of(target.url(path)));
    }

    private static Upstream start(Class<?> main, List<String> more) throws IOException, InterruptedException {
        var port = Cluster.freePort();
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName(),
                String.valueOf(port)));
        words.addAll(more);
        var process = new ProcessBuilder(words).inheritIO().start();
        var upstream = new Upstream(process, port);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!upstream.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("the service beside the engine did not start");
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return upstream;
    }

    String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** What is answered there from now on. */
    void answer(String path, JsonNode body) {
        send(HttpRequest.newBuilder(URI.create(url(path))).PUT(BodyPublishers.ofString(Json.write(body))));
    }

    /** How many POSTs it got. */
    long calls() {
        return Long.parseLong(send(HttpRequest.newBuilder(URI.create(url("/-/calls")))));
    }

    /** The body of its last POST. */
    String last() {
        return send(HttpRequest.newBuilder(URI.create(url("/-/last"))));
    }

    private boolean isReady() {
        try {
            http.send(HttpRequest.newBuilder(URI.create(url("/"))).build(), BodyHandlers.discarding());
            return true;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new IllegalStateException("no answer from the service beside the engine", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
    }
}
