package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An engine as its users see it: requests over HTTP, with the headers that every request carries. */
final class Api {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final String baseUrl;
    private final SequencedMap<String, String> headers;

    Api(String baseUrl) {
        this(baseUrl, new LinkedHashMap<>());
    }

    private Api(String baseUrl, SequencedMap<String, String> headers) {
        this.baseUrl = baseUrl;
        this.headers = headers;
    }

    record Reply(int status, Map<String, java.util.List<String>> headers, byte[] bytes) {
        JsonNode json() {
            return Json.read(bytes);
        }

        String text() {
            return new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                    .map(entry -> entry.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    String baseUrl() {
        return baseUrl;
    }

    /** The same engine with one header more in each request. */
    Api with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Api(baseUrl, more);
    }

    /** As a role, with session variables given as name, value, name, value… */
    Api as(String role, String... variables) {
        var api = with("x-hasura-role", role);
        for (var i = 0; i < variables.length; i += 2) {
            api = api.with(variables[i], variables[i + 1]);
        }
        return api;
    }

    /** The answer's body to a GraphQL query. */
    JsonNode graphql(String query) {
        return graphql(query, Json.object());
    }

    JsonNode graphql(String query, JsonNode variables) {
        var body = Json.object().put("query", query);
        body.set("variables", variables);
        return post("/v1/graphql", body).json();
    }

    /** A metadata command that must succeed. */
    JsonNode metadata(String type, String args) {
        return succeed("/v1/metadata", command(type, args));
    }

    /** A metadata command that may fail. */
    Reply tryMetadata(String type, String args) {
        return post("/v1/metadata", command(type, args));
    }

    /** SQL on the source {@code default}, through the engine. */
    JsonNode runSql(String sql) {
        var command = Json.object().put("type", "run_sql");
        command.set("args", Json.object().put("source", "default").put("sql", sql));
        return succeed("/v2/query", command);
    }

    JsonNode succeed(String path, JsonNode body) {
        var reply = post(path, body);
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " to " + Json.write(body) + ": " + reply.text());
        }
        return reply.json();
    }

    Reply post(String path, JsonNode body) {
        return send("POST", path, Json.write(body));
    }

    Reply get(String path) {
        return send("GET", path, "");
    }

    Reply send(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create(baseUrl + path)).timeout(WAIT);
        headers.forEach(request::header);
        request.method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty() && !headers.containsKey("content-type")) {
            request.header("content-type", "application/json");
        }
        try {
            HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException broken) {
            throw new UncheckedIOException(method + " " + baseUrl + path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static ObjectNode command(String type, String args) {
        var command = Json.object().put("type", type);
        command.set("args", Json.read(args));
        return command;
    }
}
