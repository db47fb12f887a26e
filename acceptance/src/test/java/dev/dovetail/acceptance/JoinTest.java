package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a join costs the other side, what it is told, and what happens when it fails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JoinTest {
    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        var api = world.api();
        api.runSql("""
                create table shelf (id serial primary key, book_id int);
                create table person (id int primary key, name text);
                insert into shelf (book_id) select 1 + i % 3 from generate_series(0, 29) i;
                insert into person select i, 'p' || i from generate_series(1, 20) i""");
        api.metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "shelf"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": "person"}},
                 {"type": "add_remote_schema", "args": {"name": "library", "definition": {"url_from_env": "LIBRARY_URL", "timeout_seconds": 1}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "shelf", "name": "book", "definition": {"to_remote_schema": {"remote_schema": "library", "lhs_fields": ["book_id"], "remote_field": {"book": {"arguments": {"id": "$book_id"}}}}}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "shelf", "name": "listed", "definition": {"to_remote_schema": {"remote_schema": "library", "lhs_fields": ["book_id"], "remote_field": {"books_by_id": {"arguments": {"ids": "$book_id"}}}, "batch": {"match_by": "id"}}}}},
                 {"type": "set_custom_types", "args": {"objects": [{"name": "Id", "fields": [{"name": "id", "type": "Int!"}], "relationships": [{"name": "person", "type": "object", "remote_table": "person", "field_mapping": {"id": "id"}}]}]}},
                 {"type": "create_action", "args": {"name": "ids", "definition": {"type": "query", "handler": "{{HANDLER_URL}}/ids", "output_type": "[Id!]!", "forward_client_headers": true,
                    "headers": [{"name": "x-fixed", "value": "fixed"}, {"name": "x-env", "value_from_env": "LIBRARY_URL"}]}}},
                 {"type": "create_action", "args": {"name": "quiet", "definition": {"type": "query", "handler": "{{HANDLER_URL}}/quiet", "output_type": "[Id!]!"}}}]""");
    }

    @BeforeEach
    void calm() {
        world.library().up();
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void thirty_rows_with_three_keys_cost_one_request() {
        var answer = world.api().graphql("{ shelf(order_by: {id: asc}) { book { id title } } }");
        assertThat(answer.at("/data/shelf")).hasSize(30);
        for (var i = 0; i < 30; i++) {
            assertThat(answer.at("/data/shelf/" + i + "/book/id").asInt()).isEqualTo(1 + i % 3);
        }
        assertThat(world.library().received()).hasSize(1);
        var query = Json.read(world.library().received().getFirst().body())
                .get("query")
                .asString();
        assertThat(query.split("book\\s*\\(", -1)).as(query).hasSize(4);
    }

    @Test
    void thirty_rows_with_three_keys_cost_one_field_that_takes_a_list() {
        var answer = world.api().graphql("{ shelf(order_by: {id: asc}) { listed { title id } } }");
        for (var i = 0; i < 30; i++) {
            assertThat(answer.at("/data/shelf/" + i + "/listed/id").asInt()).isEqualTo(1 + i % 3);
        }
        assertThat(world.library().received()).hasSize(1);
        var body = Json.read(world.library().received().getFirst().body());
        assertThat(body.get("query").asString().split("books_by_id", -1)).hasSize(2);
        assertThat(body.at("/variables/_0_0")).hasSize(3);
    }

    @Test
    void no_rows_cost_no_request() {
        var answer = world.api().graphql("{ shelf(where: {id: {_lt: 0}}) { book { id } } }");
        assertThat(answer.at("/data/shelf")).isEmpty();
        assertThat(world.library().received()).isEmpty();
    }

    @Test
    void an_answer_of_many_rows_is_joined_by_one_statement() {
        world.handler().answering(request -> StubHandler.Answer.json(200, "[{\"id\": 3}, {\"id\": 1}, {\"id\": 3}]"));
        var answer = world.api().graphql("{ ids { person { name } } }");
        Answers.assertSame(Json.read("""
                {"data": {"ids": [{"person": {"name": "p3"}}, {"person": {"name": "p1"}}, {"person": {"name": "p3"}}]}}"""), answer);
        assertThat(world.handler().received()).hasSize(1);
    }

    @Test
    void a_remote_that_fails_makes_the_request_fail() {
        world.library().down();
        var answer = world.api().as("admin").graphql("{ shelf(limit: 1) { id book { id } } }");
        assertThat(answer.has("errors")).isTrue();
        assertThat(answer.at("/errors/0/extensions/code").asString()).isNotEmpty();
    }

    @Test
    void a_remote_that_answers_rubbish_makes_the_request_fail() {
        world.library().answering(request -> new StubHandler.Answer(200, Map.of(), "<html>", java.time.Duration.ZERO));
        assertThat(world.api().graphql("{ shelf(limit: 1) { book { id } } }").has("errors"))
                .isTrue();
        world.library().answering(request -> StubHandler.Answer.json(200, "{\"data\": null}"));
        assertThat(world.api().graphql("{ book(id: 1) { id } }").toString()).doesNotContain("Exception");
    }

    @Test
    void a_remote_that_is_slow_runs_into_its_time_limit() {
        world.library()
                .answering(request -> new StubHandler.Answer(200, Map.of(), "{}", java.time.Duration.ofSeconds(3)));
        var begin = System.nanoTime();
        var answer = world.api().graphql("{ book(id: 1) { id } }");
        assertThat(java.time.Duration.ofNanos(System.nanoTime() - begin)).isLessThan(java.time.Duration.ofSeconds(3));
        assertThat(answer.has("errors")).isTrue();
    }

    @Test
    @DisplayName("ACT-09: headers of the definition, from the environment, and of the client when asked to forward")
    void a_handler_gets_the_configured_headers_and_the_clients_when_asked_to_forward() {
        world.handler().answering(request -> StubHandler.Answer.json(200, "[]"));
        var api = world.api()
                .with("x-mine", "mine")
                .with("x-fixed", "the client's")
                .with("cookie", "a=b")
                .with("authorization", "Bearer t")
                .as("admin");
        api.graphql("{ ids { id } }");
        var forwarded = world.handler().received().getFirst();
        assertThat(forwarded.header("x-mine")).isEqualTo("mine");
        assertThat(forwarded.header("x-fixed")).as("the client's comes first").isEqualTo("the client's");
        assertThat(forwarded.header("x-env")).isEqualTo(world.library().url());
        assertThat(forwarded.header("authorization")).isEqualTo("Bearer t");
        assertThat(forwarded.header("cookie")).isEqualTo("a=b");
        assertThat(forwarded.header("content-type")).startsWith("application/json");

        world.handler().answering(request -> StubHandler.Answer.json(200, "[]"));
        api.graphql("{ quiet { id } }");
        var quiet = world.handler().received().getFirst();
        assertThat(quiet.header("x-mine")).isEmpty();
        assertThat(quiet.header("authorization")).isEmpty();
    }

    @Test
    void an_administrator_sees_what_the_handler_said() {
        world.handler().answering(request -> StubHandler.Answer.json(200, "{\"id\": 1}"));
        var answer = world.api().graphql("{ ids { id } }");
        assertThat(answer.at("/errors/0/message").asString())
                .isEqualTo("expecting array for the action webhook response");
        var internal = answer.at("/errors/0/extensions/internal");
        assertThat(internal.at("/error").asString()).isEqualTo("unexpected response");
        assertThat(internal.at("/response/status").asInt()).isEqualTo(200);
        assertThat(internal.at("/response/body/id").asInt()).isEqualTo(1);
        assertThat(internal.at("/request/action/name").asString()).isEqualTo("ids");
    }

    @Test
    void a_handler_that_cannot_be_reached() {
        world.api().metadata("create_action", """
                {"name": "lost", "definition": {"type": "query", "handler": "http://127.0.0.1:1/", "output_type": "String"}}""");
        world.api().metadata("create_action_permission", "{\"action\": \"lost\", \"role\": \"user\"}");
        Answers.assertSame(Json.read("""
                {"errors": [{"message": "http exception when calling webhook", "extensions": {"path": "$", "code": "unexpected"}}]}"""), world.api().as("user").graphql("{ lost }"));
    }
}
