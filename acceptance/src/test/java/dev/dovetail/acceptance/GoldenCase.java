package dev.dovetail.acceptance;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;

/**
 * One case, a folder. Its files:
 *
 * <ul>
 *   <li>{@code request.graphql}: the query, sent to {@code /v1/graphql}; or none when {@code request.json} has a body
 *   <li>{@code request.json} (optional): {@code {"headers", "variables", "operationName", "method", "path", "body",
 *       "status"}}; {@code status} is the HTTP status to be answered, 200 unless given
 *   <li>{@code setup.json} (optional): commands that are run before, beyond those of the area
 *   <li>{@code handler.json} (optional): what the action's handler answers, {@code {"status", "body" or "text",
 *       "delay_ms"}}, by path or for all paths
 *   <li>{@code handler-received.json} (optional): the bodies that the handler must have received, in order
 *   <li>{@code handler-requests.json} (optional): {@code [{"method", "path", "headers", "body"}]}, what the handler
 *       must have received in full, the body as text; of the headers those that are named, null for one that must be
 *       missing
 *   <li>{@code response.json}: the exact answer; {@code "<uuid>"} stands for any uuid, {@code "<text>"} for any string
 * </ul>
 */
record GoldenCase(Path folder) {

    static List<GoldenCase> of(Path area) throws IOException {
        try (var folders = Files.list(area)) {
            return folders.filter(Files::isDirectory)
                    .sorted()
                    .map(GoldenCase::new)
                    .toList();
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    boolean has(String file) {
        return Files.exists(folder.resolve(file));
    }

    JsonNode json(String file) throws IOException {
        return has(file) ? Json.read(Files.readString(folder.resolve(file))) : Json.object();
    }

    Api.Reply send(Api api) throws IOException {
        var request = json("request.json");
        var caller = api;
        for (var header : request.path("headers").properties()) {
            caller = caller.with(header.getKey(), header.getValue().asString());
        }
        return caller.send(
                request.path("method").asString("POST"), request.path("path").asString("/v1/graphql"), body(request));
    }

    int status() throws IOException {
        return json("request.json").path("status").asInt(200);
    }

    void rewrite(JsonNode answer) throws IOException {
        var pretty =
                Json.MAPPER.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsString(answer);
        Files.writeString(folder.resolve("response.json"), pretty + "\n");
    }

    private String body(JsonNode request) throws IOException {
        if (!has("request.graphql")) {
            return request.has("body")
                    ? Json.write(request.get("body"))
                    : request.path("text").asString("");
        }
        var body = Json.object().put("query", Files.readString(folder.resolve("request.graphql")));
        if (request.has("variables")) {
            body.set("variables", request.get("variables"));
        }
        if (request.has("operationName")) {
            body.set("operationName", request.get("operationName"));
        }
        return Json.write(body);
    }
}
