package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who is told what went on inside when something failed, and which pages may ask. */
class ErrorDetailTest {
    /** A function that fails in Postgres, with words that nobody but the administrator may read. */
    private static final String SETUP = """
            create table item (id int primary key);
            insert into item values (1);
            create function broken(item) returns int language plpgsql stable as $$ begin raise exception 'inner secret'; end $$""";

    @Test
    @DisplayName("GQL-12: administrators see the internal part, others do not")
    void usually() throws IOException {
        try (var world = world(Map.of())) {
            assertThat(internal(world.api())).isTrue();
            assertThat(internal(world.api().as("user"))).isFalse();
        }
    }

    @Test
    @DisplayName("GQL-12: nobody sees the internal part when it is kept from administrators too")
    void kept_from_administrators() throws IOException {
        try (var world = world(Map.of("HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS", "false"))) {
            assertThat(internal(world.api())).isFalse();
            assertThat(internal(world.api().as("user"))).isFalse();
        }
    }

    @Test
    @DisplayName("GQL-12: in dev mode everybody sees the internal part")
    void in_dev_mode() throws IOException {
        try (var world =
                world(Map.of("HASURA_GRAPHQL_DEV_MODE", "true", "HASURA_GRAPHQL_ADMIN_INTERNAL_ERRORS", "false"))) {
            assertThat(internal(world.api())).isTrue();
            assertThat(internal(world.api().as("user"))).isTrue();
        }
    }

    @Test
    @DisplayName("GQL-15: only pages of the domains named may call; a star stands for one level of names")
    void named_domains() throws IOException {
        try (var world = world(Map.of(
                "HASURA_GRAPHQL_CORS_DOMAIN", "https://*.shop.example, http://localhost:3000, https://app.example"))) {
            allowed(world, "https://a.shop.example", true);
            allowed(world, "http://localhost:3000", true);
            allowed(world, "https://app.example", true);
            allowed(world, "http://localhost:4000", false);
            allowed(world, "http://app.example", false);
            allowed(world, "https://evil.example", false);
        }
    }

    @Test
    @DisplayName("GQL-15: without CORS no page may call")
    void without_cors() throws IOException {
        try (var world = world(Map.of("HASURA_GRAPHQL_DISABLE_CORS", "true"))) {
            allowed(world, "https://app.example", false);
        }
    }

    private static World world(Map<String, String> env) throws IOException {
        var world = World.start(env);
        world.api().runSql(SETUP);
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "item"}},
                 {"type": "pg_add_computed_field", "args": {"source": "default", "table": "item", "name": "broken", "definition": {"function": "broken"}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "item", "role": "user", "permission": {"columns": ["id"], "computed_fields": ["broken"], "filter": {}}}}]""");
        return world;
    }

    private static boolean internal(Api api) {
        var answer = api.graphql("{ item { broken } }");
        var error = answer.at("/errors/0");
        assertThat(error.path("message").asString("")).isEqualTo("database query error");
        assertThat(error.at("/extensions/code").asString("")).isEqualTo("unexpected");
        assertThat(error.at("/extensions/path").asString("")).isEqualTo("$");
        var inner = error.at("/extensions/internal");
        assertThat(answer.toString().contains("inner secret")).isEqualTo(!inner.isMissingNode());
        if (inner.isMissingNode()) return false;
        assertThat(inner.at("/error/status_code").asString("")).isEqualTo("P0001");
        assertThat(inner.at("/error/message").asString("")).isEqualTo("inner secret");
        assertThat(inner.path("statement").asString("")).contains("broken");
        return true;
    }

    private static void allowed(World world, String origin, boolean allowed) {
        var asked = world.api().with("origin", origin).send("OPTIONS", "/v1/graphql", "");
        var answered =
                world.api().with("origin", origin).post("/v1/graphql", Json.read("{\"query\": \"{ __typename }\"}"));
        assertThat(asked.header("access-control-allow-origin")).as(origin).isEqualTo(allowed ? origin : "");
        assertThat(answered.header("access-control-allow-origin")).as(origin).isEqualTo(allowed ? origin : "");
    }
}
