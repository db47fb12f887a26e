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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** An engine, started as users start it. */
final class Engine implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    static final String JVM = "-Xmx1g";

    private final Process process;
    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Engine(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Returns when it serves. Its log goes to a file, as it would in earnest. */
    static Engine start(Path launcher, String databaseUrl, String metadataUrl, Path log)
            throws IOException, InterruptedException {
        return start(launcher, databaseUrl, metadataUrl, log, Map.of());
    }

    /** As {@link #start}, but it writes no line for a request. */
    static Engine startQuiet(Path launcher, String databaseUrl, String metadataUrl, Path log)
            throws IOException, InterruptedException {
        return start(launcher, databaseUrl, metadataUrl, log, Map.of("HASURA_GRAPHQL_ENABLED_LOG_TYPES", "startup"));
    }

    private static Engine start(
            Path launcher, String databaseUrl, String metadataUrl, Path log, Map<String, String> settings)
            throws IOException, InterruptedException {
        var port = Cluster.freePort();
        var builder = new ProcessBuilder(launcher.toString(), "serve", "--server-port", String.valueOf(port));
        builder.environment().keySet().removeIf(name -> name.startsWith("HASURA_GRAPHQL_"));
        builder.environment().put("HASURA_GRAPHQL_DATABASE_URL", databaseUrl);
        builder.environment().put("HASURA_GRAPHQL_METADATA_DATABASE_URL", metadataUrl);
        builder.environment().put("HASURA_GRAPHQL_ENABLED_APIS", "metadata,graphql,bench");
        builder.environment().put("DOVETAIL_JAVA_OPTS", JVM);
        builder.environment().putAll(settings);
        var process =
                builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        var engine = new Engine(process, "http://127.0.0.1:" + port);
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!engine.isReady()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("the engine did not start; see " + log);
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return engine;
    }

    String url() {
        return url;
    }

    /** The launcher has become the engine. */
    long pid() {
        return process.pid();
    }

    /** The body of an answer with status 200; anything else throws. */
    String post(String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        headers.forEach(request::header);
        try {
            var response = http.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        } catch (IOException broken) {
            throw new IllegalStateException("no answer from the engine", broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    JsonNode command(String path, String type, JsonNode args) {
        var command = Json.object().put("type", type);
        command.set("args", args);
        return Json.read(post(path, Json.write(command), Map.of()));
    }

    private boolean isReady() {
        var request = HttpRequest.newBuilder(URI.create(url + "/healthz")).timeout(Duration.ofSeconds(2));
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
