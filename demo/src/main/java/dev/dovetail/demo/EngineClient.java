package dev.dovetail.demo;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Talks to an engine as any user does: over HTTP. */
final class EngineClient implements AutoCloseable {
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final String baseUrl;
    private final @Nullable String secret;

    /** @param secret the administrator's; null for an engine without one */
    EngineClient(String baseUrl, @Nullable String secret) {
        this.baseUrl = baseUrl;
        this.secret = secret;
    }

    /** Posts the body and gives back the answer's. Throws {@link IllegalStateException} unless the status is 200. */
    JsonNode post(String path, JsonNode body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path))
                .timeout(WAIT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(Json.writeBytes(body)));
        if (secret != null) {
            request.header("X-Hasura-Admin-Secret", secret);
        }
        var response = send(request.build());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("the engine answered " + response.statusCode() + " to " + Json.write(body)
                    + ": " + response.body());
        }
        return Json.read(response.body());
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException("no answer from the engine at " + baseUrl, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the engine", stopped);
        }
    }
}
