package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Files by the GraphQL multipart request, from a client through the engine to a handler. */
class UploadTest {
    private static final String TYPES = """
            {"type": "bulk", "args": [
              {"type": "set_custom_types", "args": {
                "scalars": [{"name": "Upload"}],
                "input_objects": [{"name": "Album", "fields": [
                  {"name": "title", "type": "String!"}, {"name": "photos", "type": "[Upload!]"}]}]}},
              {"type": "create_action", "args": {"name": "keep", "definition": {
                "handler": "{{HANDLER_URL}}/keep", "output_type": "Int!",
                "headers": [{"name": "x-key", "value": "k"}],
                "arguments": [{"name": "file", "type": "Upload"}, {"name": "album", "type": "Album"},
                  {"name": "text", "type": "String"}]}}}]}""";

    @Test
    void filesReachTheHandler() throws Exception {
        try (var world = World.start(Map.of())) {
            world.api().succeed("/v1/metadata", Json.read(TYPES));
            world.handler().answering(_ -> StubHandler.Answer.json(200, "3"));
            var answer = post(
                    world,
                    "{\"query\": \"mutation($f: Upload, $a: Album) { keep(file: $f, album: $a, text: \\\"t\\\") }\","
                            + " \"variables\": {\"f\": null, \"a\": {\"title\": \"T\", \"photos\": [null, null]}}}",
                    "{\"x\": [\"variables.f\"], \"y\": [\"variables.a.photos.0\", \"variables.a.photos.1\"]}",
                    "x",
                    "y");
            assertThat(answer).isEqualTo("{\"data\":{\"keep\":3}}");
            var received = world.handler().received().getFirst();
            assertThat(received.header("x-key")).isEqualTo("k");
            var type = received.header("content-type");
            assertThat(type).startsWith("multipart/form-data; boundary=");
            var boundary = type.substring(type.indexOf('=') + 1);
            assertThat(received.body().replace(boundary, "B"))
                    .contains("--B\r\nContent-Disposition: form-data; name=\"payload\"\r\n"
                            + "Content-Type: application/json\r\n\r\n{\"action\":{\"name\":\"keep\"},"
                            + "\"input\":{\"file\":null,\"album\":{\"title\":\"T\",\"photos\":[null,null]},"
                            + "\"text\":\"t\"},")
                    .contains("name=\"map\"\r\nContent-Type: application/json\r\n\r\n{\"0\":[\"input.file\"],"
                            + "\"1\":[\"input.album.photos.0\",\"input.album.photos.1\"]}\r\n")
                    .contains("--B\r\nContent-Disposition: form-data; name=\"0\"; filename=\"x.txt\"\r\n"
                            + "Content-Type: text/plain\r\n\r\ncontent of x\r\n")
                    .contains(
                            "name=\"1\"; filename=\"y.txt\"\r\nContent-Type: text/plain\r\n\r\ncontent of y\r\n--B--\r\n");
        }
    }

    @Test
    void filesGoNowhereElse() throws Exception {
        try (var world = World.start(Map.of())) {
            world.api().succeed("/v1/metadata", Json.read(TYPES));
            world.handler().answering(_ -> StubHandler.Answer.json(200, "3"));
            var map = "{\"x\": [\"variables.f\"]}";
            assertThat(post(
                            world,
                            "{\"query\": \"mutation($f: String) { keep(text: $f) }\", \"variables\": {\"f\": null}}",
                            map,
                            "x"))
                    .contains("expected a string for type 'String', but found an object");
            assertThat(post(world, "{\"query\": \"mutation { keep }\", \"variables\": {\"f\": 1}}", map, "x"))
                    .contains("there is no null at \\\"variables.f\\\" of the operations that a file could stand for");
            assertThat(world.handler().received()).isEmpty();
        }
    }

    private static String post(World world, String operations, String map, String... files)
            throws IOException, InterruptedException {
        var body = new StringBuilder(part("name=\"operations\"", operations) + part("name=\"map\"", map));
        for (var file : files) {
            body.append(part(
                    "name=\"" + file + "\"; filename=\"" + file + ".txt\"\r\nContent-Type: text/plain",
                    "content of " + file));
        }
        var request = HttpRequest.newBuilder(URI.create(world.api().baseUrl() + "/v1/graphql"))
                .header("Content-Type", "multipart/form-data; boundary=X")
                .POST(BodyPublishers.ofString(body + "--X--\r\n"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static String part(String name, String content) {
        return "--X\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + content + "\r\n";
    }
}
