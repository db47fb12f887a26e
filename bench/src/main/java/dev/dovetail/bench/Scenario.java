package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request that is sent over and over.
 *
 * @param role with user id 4, as in the reference's own set; admin sends no session
 * @param variables as JSON
 */
record Scenario(String name, String query, String variables, String role) {

    static final List<Scenario> ALL = List.of(
            new Scenario("small", "query MyQuery { Customer { Email } }", "{}", "employee"),
            new Scenario(
                    "by-pk",
                    "query ($id: Int!) { Track_by_pk(TrackId: $id) { TrackId Name Composer Milliseconds UnitPrice } }",
                    "{\"id\": 1203}",
                    "admin"),
            new Scenario("nested", """
                    query ($first: Int!) {
                      Album(order_by: {AlbumId: asc}, limit: $first) {
                        AlbumId Title
                        Artist { ArtistId Name }
                        Tracks(order_by: {TrackId: asc}) { TrackId Name Composer Milliseconds Bytes UnitPrice }
                      }
                    }""", "{\"first\": 85}", "employee"),
            new Scenario(
                    "insert",
                    "mutation ($text: String!) { insert_bench_note_one(object: {title: $text, body: $text}) { id } }",
                    "{\"text\": \"to be or not to be\"}",
                    "admin"));

    Map<String, String> headers() {
        return role.equals("admin") ? Map.of() : Map.of("X-Hasura-Role", role, "X-Hasura-User-Id", "4");
    }

    String body() {
        return Json.write(operation());
    }

    /** What {@code /v1/graphql/explain} wants to hear. */
    String explainBody() {
        var body = Json.object();
        body.set("query", operation());
        var user = body.putObject("user");
        headers().forEach(user::put);
        return Json.write(body.put("statement", true));
    }

    private ObjectNode operation() {
        var operation = Json.object().put("query", query);
        operation.set("variables", Json.read(variables));
        return operation;
    }
}
