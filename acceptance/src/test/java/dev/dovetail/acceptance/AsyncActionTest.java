package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.acceptance.StubHandler.Answer;
import dev.dovetail.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** Asynchronous actions: asked for, called later, told of to whom they belong. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AsyncActionTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private World world;

    @BeforeAll
    void start() throws IOException {
        // Looked for seldom: what is done at once is done because whoever asked for it said so.
        world = World.start(Map.of("HASURA_GRAPHQL_ASYNC_ACTIONS_FETCH_INTERVAL", "60000"));
        world.api()
                .runSql("create table person (id int primary key, name text); insert into person values (7, 'Arya')");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "person"}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "person", "role": "user", "permission": {"columns": ["name"], "filter": {}}}},
                 {"type": "set_custom_types", "args": {"objects": [
                   {"name": "PersonId", "fields": [{"name": "id", "type": "Int!"}], "relationships": [
                     {"name": "person", "type": "object", "remote_table": "person", "field_mapping": {"id": "id"}}]}]}},
                 {"type": "create_action", "args": {"name": "place", "definition": {"kind": "asynchronous", "type": "mutation", "handler": "{{HANDLER_URL}}/place", "arguments": [{"name": "what", "type": "String!"}], "output_type": "PersonId", "timeout": 5}}},
                 {"type": "create_action", "args": {"name": "forward", "definition": {"kind": "asynchronous", "type": "mutation", "handler": "{{HANDLER_URL}}/forward", "forward_client_headers": true, "output_type": "String"}}},
                 {"type": "create_action", "args": {"name": "numbers", "definition": {"kind": "asynchronous", "type": "mutation", "handler": "{{HANDLER_URL}}/numbers", "output_type": "[Int!]!"}}},
                 {"type": "create_action_permission", "args": {"action": "place", "role": "user"}},
                 {"type": "create_action_permission", "args": {"action": "numbers", "role": "user"}}]""");
    }

    @BeforeEach
    void answering() {
        world.handler().answering(request -> Answer.json(200, "{\"id\": 7}"));
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("ACT-15: answers an id at once, then tells of the answer and joins it")
    void answered_and_joined() throws Exception {
        var id = submit(user("1"), "place(what: \"tea\")");
        var told = await(user("1"), "place", id, "id created_at errors output { id person { name } } __typename");
        assertThat(told.path("id").asString("")).isEqualTo(id);
        assertThat(told.path("created_at").asString("")).matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+\\+00:00");
        assertThat(told.path("errors").isNull()).isTrue();
        Answers.assertSame(Json.read("{\"id\": 7, \"person\": {\"name\": \"Arya\"}}"), told.get("output"));
        assertThat(told.path("__typename").asString("")).isEqualTo("place");
        var received = world.handler().received();
        assertThat(received).hasSize(1);
        Answers.assertSame(Json.read("""
                {"action": {"name": "place"}, "input": {"what": "tea"}, "request_query": null,
                 "session_variables": {"x-hasura-role": "user", "x-hasura-user-id": "1"}}"""), Json.read(received.getFirst().body()));
        assertThat(received.getFirst().header("idempotency-key")).isEqualTo(id);
    }

    @Test
    @DisplayName("ACT-15: while the handler works there is nothing to tell")
    void pending() throws Exception {
        world.handler().answering(request -> new Answer(200, Map.of(), "[1, 2]", Duration.ofMillis(700)));
        var id = submit(user("1"), "numbers");
        Answers.assertSame(
                Json.read("{\"errors\": null, \"output\": null}"),
                told(user("1"), "numbers", id, "errors output").get("numbers"));
        Answers.assertSame(
                Json.read("[1, 2]"),
                await(user("1"), "numbers", id, "errors output").get("output"));
    }

    @Test
    @DisplayName("ACT-16: only the session that asked for a call may know of it, and administrators")
    void visibility() throws Exception {
        var id = submit(user("1"), "place(what: \"tea\")");
        await(user("1"), "place", id, "errors output { id }");
        for (var stranger : Set.of(user("2"), world.api().as("user"), user("1").with("x-hasura-org", "3"))) {
            assertThat(told(stranger, "place", id, "id").get("place").isNull()).isTrue();
        }
        assertThat(told(world.api(), "place", id, "id").at("/place/id").asString(""))
                .isEqualTo(id);
        // Another action's field does not tell of it either.
        assertThat(told(world.api(), "numbers", id, "id").get("numbers").isNull())
                .isTrue();
    }

    @Test
    @DisplayName("ACT-06: errors are told without what the handler was sent")
    void errors() throws Exception {
        checkErrors(
                Answer.json(400, "{\"message\": \"no tea\", \"extensions\": {\"code\": \"out\", \"left\": 0}}"),
                "{\"error\": \"no tea\", \"path\": \"$\", \"code\": \"out\", \"extensions\": {\"code\": \"out\", \"left\": 0}}");
        checkErrors(
                Answer.json(400, "{\"message\": \"no tea\", \"code\": \"out\"}"),
                "{\"error\": \"no tea\", \"path\": \"$\", \"code\": \"out\"}");
        checkErrors(
                Answer.json(500, "{}"), "{\"error\": \"internal error\", \"path\": \"$\", \"code\": \"unexpected\"}");
        checkErrors(
                Answer.json(200, "nonsense"),
                "{\"error\": \"not a valid json response from webhook\", \"path\": \"$\", \"code\": \"unexpected\"}");
        checkErrors(
                Answer.json(200, "{\"id\": null}"),
                "{\"error\": \"expecting not null value for field \\\"id\\\"\", \"path\": \"$\", \"code\": \"unexpected\"}");
        checkErrors(
                Answer.json(200, "{\"id\": 1, \"rest\": \"\\u0000\"}"),
                "{\"error\": \"the handler's answer holds what a jsonb of Postgres cannot\", \"path\": \"$\", \"code\": \"unexpected\"}");
    }

    private void checkErrors(Answer answer, String expected) throws Exception {
        world.handler().answering(request -> answer);
        var id = submit(user("1"), "place(what: \"top secret\")");
        Answers.assertSame(
                Json.read(expected),
                await(user("1"), "place", id, "errors output { id }").get("errors"));
        var whole = told(world.api(), "place", id, "errors").at("/place/errors");
        assertThat(Json.write(whole)).doesNotContain("top secret");
        assertThat(world.sql()
                        .one("select coalesce(errors::text, '') from hdb_catalog.hdb_action_log where id = '" + id
                                + "'"))
                .doesNotContain("top secret");
    }

    @Test
    @DisplayName("GQL-12: an administrator sees in internal what was answered, not what was sent")
    void internal() throws Exception {
        world.handler().answering(request -> Answer.json(500, "{\"why\": \"because\"}"));
        var id = submit(user("1"), "place(what: \"tea\")");
        await(user("1"), "place", id, "errors output { id }");
        var internal = told(world.api(), "place", id, "errors").at("/place/errors/internal");
        assertThat(internal.at("/response/body/why").asString("")).isEqualTo("because");
        assertThat(internal.has("request")).isFalse();
    }

    @Test
    @DisplayName("ACT-09: only headers that will be forwarded are kept, and not after the call")
    void headers() throws Exception {
        world.handler().answering(request -> new Answer(200, Map.of(), "\"x\"", Duration.ofMillis(500)));
        var client = world.api()
                .with("authorization", "Bearer token")
                .with("cookie", "a=b")
                .with("x-own", "1")
                .with("x-request-id", "r1");
        var forwarded = submit(client, "forward");
        var plain = submit(client, "numbers");
        assertThat(headersOf(forwarded)).contains("authorization", "cookie", "x-own");
        assertThat(headersOf(plain)).containsExactly("x-request-id");
        await(world.api(), "forward", forwarded, "errors output");
        assertThat(headersOf(forwarded)).isEmpty();
        var request = world.handler().received().stream()
                .filter(each -> each.path().equals("/forward"))
                .findFirst()
                .orElseThrow();
        assertThat(request.header("authorization")).isEqualTo("Bearer token");
        assertThat(request.header("x-own")).isEqualTo("1");
        assertThat(request.header("x-request-id")).isEqualTo("r1");
    }

    @Test
    @DisplayName("ACT-15: what has waited longer than its maximum age ends as an error and is not called")
    void maximum_age() throws Exception {
        world.api().metadata("create_action", """
                {"name": "fresh", "definition": {"kind": "asynchronous", "handler": "{{HANDLER_URL}}/fresh", "output_type": "String", "maximum_age": 60}}""");
        world.sql().run("""
                insert into hdb_catalog.hdb_action_log (id, action_name, input_payload, request_headers, session_variables, status, created_at)
                values ('00000000-0000-0000-0000-000000000001', 'fresh', '{}', '{}', '{}', 'created', now() - interval '61 seconds')""");
        submit(world.api(), "fresh");
        Answers.assertSame(
                Json.read(
                        "{\"error\": \"the action was not called within its maximum age of 60 seconds\", \"path\": \"$\", \"code\": \"unexpected\"}"),
                await(world.api(), "fresh", "00000000-0000-0000-0000-000000000001", "errors output")
                        .get("errors"));
        assertThat(Json.write(world.api().metadata("export_metadata", "{}"))).contains("\"maximum_age\":60");
        world.api().metadata("drop_action", "{\"name\": \"fresh\"}");
        var refused = world.api().tryMetadata("create_action", """
                {"name": "fresh", "definition": {"kind": "asynchronous", "handler": "http://x", "output_type": "String", "maximum_age": 0}}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("path").asString("")).endsWith("maximum_age");
    }

    @Test
    @DisplayName("ACT-02: drop_action forgets the calls unless clear_data is false")
    void dropped() throws Exception {
        for (var clears : Set.of(true, false)) {
            world.api().metadata("create_action", """
                    {"name": "brief", "definition": {"kind": "asynchronous", "handler": "{{HANDLER_URL}}/brief", "output_type": "PersonId"}}""");
            var id = submit(world.api(), "brief");
            await(world.api(), "brief", id, "errors output { id }");
            world.api()
                    .metadata(
                            "drop_action",
                            clears ? "{\"name\": \"brief\"}" : "{\"name\": \"brief\", \"clear_data\": false}");
            assertThat(world.sql().one("select count(*) from hdb_catalog.hdb_action_log where action_name = 'brief'"))
                    .isEqualTo(clears ? "0" : "1");
            world.sql().run("delete from hdb_catalog.hdb_action_log where action_name = 'brief'");
        }
    }

    private Api user(String id) {
        return world.api().as("user", "x-hasura-user-id", id);
    }

    private static String submit(Api api, String field) {
        var answer = api.graphql("mutation { id: " + field + " }");
        assertThat(answer.has("errors")).as(Json.write(answer)).isFalse();
        return answer.at("/data/id").asString("");
    }

    private static JsonNode told(Api api, String action, String id, String selection) {
        var answer = api.graphql("{ " + action + "(id: \"" + id + "\") { " + selection + " } }");
        assertThat(answer.has("errors")).as(Json.write(answer)).isFalse();
        return answer.get("data");
    }

    /** Waits until the call has come to its end. */
    private static JsonNode await(Api api, String action, String id, String selection) throws InterruptedException {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var told = told(api, action, id, selection).get(action);
            if (!told.path("errors").isNull() || !told.path("output").isNull()) {
                return told;
            }
            Thread.sleep(20);
        }
        throw new AssertionError("the action " + action + " did not come to an end");
    }

    private Set<String> headersOf(String id) {
        var stored =
                world.sql().one("select request_headers::text from hdb_catalog.hdb_action_log where id = '" + id + "'");
        return new LinkedHashSet<>(Json.read(stored).propertyNames());
    }
}
