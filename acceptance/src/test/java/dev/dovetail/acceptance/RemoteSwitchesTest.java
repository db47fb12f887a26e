package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Options about remote schemas; the golden cases show how it is without them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RemoteSwitchesTest {
    private World plain;
    private World switched;

    @BeforeAll
    void start() throws IOException {
        plain = world(Map.of());
        switched = world(Map.of(
                "HASURA_GRAPHQL_REMOTE_SCHEMA_SKIP_NULLS",
                "true",
                "HASURA_GRAPHQL_REMOTE_SCHEMA_PRIORITIZE_DATA",
                "true"));
    }

    private static World world(Map<String, String> env) throws IOException {
        var world = World.start(env);
        world.api()
                .metadata(
                        "add_remote_schema",
                        "{\"name\": \"library\", \"definition\": {\"url_from_env\": \"LIBRARY_URL\"}}");
        return world;
    }

    @AfterAll
    void stop() {
        plain.close();
        switched.close();
    }

    @Test
    @DisplayName("RSC-11: arguments that are null are passed on, or left out when told to")
    void nulls() {
        var query = "query ($mark: String) { told(mark: $mark, genre: null, count: 1) }";
        var given = "{\"mark\": null}";
        check(plain, query, given, "{\"data\": {\"told\": \"{count=1, genre=null, mark=null}\"}}");
        check(switched, query, given, "{\"data\": {\"told\": \"{count=1}\"}}");
        check(switched, query, "{\"mark\": \"m\"}", "{\"data\": {\"told\": \"{count=1, mark=m}\"}}");
        check(switched, query, given, "{\"data\": {\"told\": \"{count=1}\"}}");
    }

    @Test
    @DisplayName("RSC-11: of an answer with errors the errors count, or the data when told to")
    void errors_and_data() {
        var query = "{ broken book(id: 1) { id } }";
        assertThat(plain.api().graphql(query).has("data")).isFalse();
        check(switched, query, "{}", "{\"data\": {\"broken\": null, \"book\": {\"id\": 1}}}");
        assertThat(switched.api().graphql("{ brokenToo }").has("errors")).isTrue();
    }

    @Test
    @DisplayName("RSC-07: cookies that a remote schema sets reach the client over HTTP")
    void cookies() {
        plain.library()
                .answering(request -> new StubHandler.Answer(
                        200,
                        Map.of("Set-Cookie", "shelf=7; Path=/", "X-Other", "stays"),
                        "{\"data\": {\"book\": {\"id\": 1}}}",
                        Duration.ZERO));
        var reply = plain.api().post("/v1/graphql", Json.object().put("query", "{ book(id: 1) { id } }"));
        plain.library().up();
        assertThat(reply.text()).isEqualTo("{\"data\":{\"book\":{\"id\":1}}}");
        assertThat(reply.headers().get("set-cookie")).containsExactly("shelf=7; Path=/");
        assertThat(reply.headers()).doesNotContainKey("x-other");
    }

    @Test
    @DisplayName("RSC-08, RSC-09: without the switch every role sees all, and no permission can be added")
    void no_permissions() {
        var anyone = plain.api().with("x-hasura-role", "anyone");
        Answers.assertSame(
                Json.read("{\"data\": {\"book\": {\"pages\": 482}}}"), anyone.graphql("{ book(id: 1) { pages } }"));
        var reply = plain.api()
                .post(
                        "/v1/metadata",
                        Json.read(
                                "{\"type\": \"add_remote_schema_permissions\", \"args\": {\"remote_schema\": \"library\", \"role\": \"anyone\", \"definition\": {\"schema\": \"type LibraryQuery { broken: String }\"}}}"));
        assertThat(reply.status()).isEqualTo(400);
        Answers.assertSame(
                Json.read(
                        "{\"code\": \"constraint-violation\", \"path\": \"$.args\", \"error\":"
                                + " \"remote schema permissions can only be added when remote schema permissions are enabled in the graphql-engine\"}"),
                reply.json());
    }

    private static void check(World world, String request, String variables, String answer) {
        Answers.assertSame(Json.read(answer), world.api().graphql(request, Json.read(variables)));
    }
}
