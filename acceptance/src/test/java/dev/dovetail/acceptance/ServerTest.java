package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The server around the engine: authentication, health, headers. This one has an admin secret and an unauthorized role.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServerTest {
    private static final String NAMES = "{ person(order_by: {id: asc}) { name } }";

    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(
                Map.of("HASURA_GRAPHQL_ADMIN_SECRET", "s3cret", "HASURA_GRAPHQL_UNAUTHORIZED_ROLE", "anonymous"));
        admin().runSql("""
                create table person (id int primary key, name text not null);
                insert into person select i, repeat('name ' || i || ' ', 20) from generate_series(1, 200) i""");
        admin().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "person"}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "person", "role": "anonymous", "permission": {"columns": ["id"], "filter": {"id": {"_lte": 1}}}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "person", "role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}}}}]""");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void the_admin_secret_opens_everything() {
        assertThat(admin().graphql("{ person_by_pk(id: 7) { id } }")
                        .at("/data/person_by_pk/id")
                        .asInt())
                .isEqualTo(7);
        assertThat(admin().tryMetadata("export_metadata", "{}").status()).isEqualTo(200);
    }

    @Test
    void a_role_may_be_taken_with_the_admin_secret() {
        check(
                admin().as("user", "x-hasura-user-id", "3"),
                "{ person { id } }",
                "{\"data\": {\"person\": [{\"id\": 3}]}}");
    }

    @Test
    void without_the_secret_one_has_the_unauthorized_role_whatever_one_says() {
        check(world.api(), "{ person { id } }", "{\"data\": {\"person\": [{\"id\": 1}]}}");
        check(
                world.api().as("user", "x-hasura-user-id", "3"),
                "{ person { id } }",
                "{\"data\": {\"person\": [{\"id\": 1}]}}");
        check(world.api().as("admin"), "{ person { id } }", "{\"data\": {\"person\": [{\"id\": 1}]}}");
    }

    @Test
    void a_wrong_secret_is_refused() {
        var reply = world.api()
                .with("x-hasura-admin-secret", "guess")
                .post("/v1/graphql", Json.read("{\"query\": \"{ person { id } }\"}"));
        Answers.assertSame(Json.read("""
                {"errors": [{"message": "invalid \\"x-hasura-admin-secret\\"/\\"x-hasura-access-key\\"", "extensions": {"path": "$", "code": "access-denied"}}]}"""), reply.json());
        assertThat(reply.status()).isEqualTo(200);
    }

    @Test
    void the_metadata_api_needs_the_secret() {
        var reply = world.api().tryMetadata("export_metadata", "{}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("access-denied");
    }

    @Test
    void health_and_version_are_open() {
        var health = world.api().get("/healthz");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.text()).isEqualTo("OK");
        var version = world.api().get("/v1/version");
        assertThat(version.status()).isEqualTo(200);
        assertThat(version.json().get("version").asString()).isNotEmpty();
    }

    @Test
    void health_warns_of_inconsistent_metadata() {
        var api = admin();
        api.metadata("bulk", """
                [{"type": "set_custom_types", "args": {"scalars": [{"name": "X"}]}},
                 {"type": "create_action", "args": {"name": "a", "definition": {"handler": "http://127.0.0.1:1", "output_type": "X", "type": "query"}}}]""");
        var metadata = api.metadata("export_metadata", "{}");
        ((tools.jackson.databind.node.ObjectNode) metadata).remove("custom_types");
        api.succeed(
                "/v1/metadata",
                Json.read(
                        "{\"type\": \"replace_metadata\", \"version\": 2, \"args\": {\"allow_inconsistent_metadata\": true, \"metadata\": "
                                + Json.write(metadata) + "}}"));
        try {
            assertThat(api.get("/healthz").text()).isEqualTo("WARN: inconsistent objects in schema");
            assertThat(api.get("/healthz").status()).isEqualTo(200);
            assertThat(api.get("/healthz?strict=true").status()).isEqualTo(500);
        } finally {
            api.metadata("drop_inconsistent_metadata", "{}");
        }
    }

    @Test
    @DisplayName("GQL-15: any page may call unless domains are named")
    void cors_is_open_by_default() {
        var reply = world.api().with("origin", "http://shop.example").send("OPTIONS", "/v1/graphql", "");
        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.header("access-control-allow-origin")).isEqualTo("http://shop.example");
        assertThat(reply.header("access-control-allow-methods")).contains("POST");
        var answer = world.api()
                .with("origin", "http://shop.example")
                .post("/v1/graphql", Json.read("{\"query\": \"{ person { id } }\"}"));
        assertThat(answer.header("access-control-allow-origin")).isEqualTo("http://shop.example");
    }

    @Test
    @DisplayName("GQL-14: what the GraphQL and SQL endpoints answer is compressed when asked for, nothing else is")
    void answers_are_compressed_when_asked_for() throws IOException {
        var body = Json.object().put("query", NAMES);
        var plain = admin().post("/v1/graphql", body);
        var zipped = admin().with("accept-encoding", "gzip").post("/v1/graphql", body);
        assertThat(plain.header("content-encoding")).isEmpty();
        assertThat(zipped.header("content-encoding")).isEqualTo("gzip");
        assertThat(zipped.bytes().length).isLessThan(plain.bytes().length / 4);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(zipped.bytes())).readAllBytes())
                .isEqualTo(plain.bytes());

        var sql = Json.read("{\"type\": \"run_sql\", \"args\": {\"sql\": \"select name from person\"}}");
        assertThat(admin().with("accept-encoding", "gzip")
                        .post("/v2/query", sql)
                        .header("content-encoding"))
                .isEqualTo("gzip");
        var metadata = Json.read("{\"type\": \"export_metadata\", \"args\": {}}");
        assertThat(admin().with("accept-encoding", "gzip")
                        .post("/v1/metadata", metadata)
                        .header("content-encoding"))
                .isEmpty();
    }

    @Test
    @DisplayName("GQL-13: a request's id is the client's or a new one, on every endpoint")
    void the_request_id_is_echoed_or_made() {
        var body = Json.object().put("query", "{ person { id } }");
        assertThat(world.api()
                        .with("x-request-id", "mine-1")
                        .post("/v1/graphql", body)
                        .header("x-request-id"))
                .isEqualTo("mine-1");
        assertThat(world.api().post("/v1/graphql", body).header("x-request-id")).isNotEmpty();
        assertThat(world.api().get("/v1/version").header("x-request-id")).isNotEmpty();
        assertThat(world.api().with("x-request-id", "mine-2").get("/nowhere").header("x-request-id"))
                .isEqualTo("mine-2");
    }

    @Test
    void the_content_type_is_json() {
        assertThat(world.api()
                        .post("/v1/graphql", Json.object().put("query", "{ person { id } }"))
                        .header("content-type"))
                .isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void a_path_that_is_not_there() {
        var reply = world.api().get("/v9/graphql");
        assertThat(reply.status()).isEqualTo(404);
        Answers.assertSame(
                Json.read("{\"path\": \"$\", \"error\": \"resource does not exist\", \"code\": \"not-found\"}"),
                reply.json());
    }

    @Test
    void secrets_are_not_in_answers() {
        var reply = world.api()
                .with("x-hasura-admin-secret", "guess-me")
                .post("/v1/graphql", Json.read("{\"query\": \"{ x }\"}"));
        assertThat(reply.text()).doesNotContain("guess-me").doesNotContain("s3cret");
    }

    private Api admin() {
        return world.api().with("x-hasura-admin-secret", "s3cret");
    }

    private static void check(Api api, String query, String answer) {
        Answers.assertSame(Json.read(answer), api.graphql(query));
    }
}
