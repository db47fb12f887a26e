package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /v1/graphql/explain}. */
@DisplayName("MET-21: explain")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainTest {
    private static final String PATH = "/v1/graphql/explain";

    private World world;

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.api().runSql("""
                create table note (id int primary key, owner text, "od$1d" text);
                insert into note values (1, 'o''neill', 'a'), (2, 'b\\c', '$1'), (3, 'other', null)""");
        world.api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "note"}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "note", "role": "user",
                   "permission": {"columns": ["id", "owner"], "filter": {"owner": {"_eq": "x-hasura-user-id"}}}}},
                 {"type": "add_remote_schema", "args": {"name": "library", "definition": {"url_from_env": "LIBRARY_URL"}}},
                 {"type": "pg_create_remote_relationship", "args": {"source": "default", "table": "note", "name": "book",
                   "definition": {"to_remote_schema": {"remote_schema": "library", "lhs_fields": ["id"],
                     "remote_field": {"book": {"arguments": {"id": "$id"}}}}}}},
                 {"type": "set_custom_types", "args": {"objects": [{"name": "Id", "fields": [{"name": "id", "type": "Int!"}]}]}},
                 {"type": "create_action", "args": {"name": "ids", "definition": {"type": "query",
                   "handler": "{{HANDLER_URL}}/ids", "output_type": "[Id!]!"}}}]""");
    }

    @AfterAll
    void stop() {
        world.close();
    }

    @Test
    void each_root_field_has_its_sql_and_its_plan() {
        var answer = explain("query Q($id: Int!) { some: note(where: {id: {_lt: $id}}) { owner } __typename"
                + " note_by_pk(id: 3) { id } }");
        assertThat(answer.findValuesAsString("field")).containsExactly("some", "__typename", "note_by_pk");
        assertThat(answer.at("/1")).isEqualTo(Json.read("""
                {"field": "__typename", "sql": null, "plan": null}"""));
        assertThat(answer.at("/0/plan/0").stringValue()).contains("cost=");
        assertThat(answer.at("/0").propertyNames()).containsExactly("field", "sql", "plan");
        assertThat(result(answer.at("/0/sql"))).isEqualTo(Json.read("""
                {"some": [{"owner": "o'neill"}, {"owner": "b\\\\c"}]}"""));
        assertThat(result(answer.at("/2/sql"))).isEqualTo(Json.read("""
                {"note_by_pk": {"id": 3}}"""));
    }

    @Test
    void values_do_not_leave_their_place() {
        for (var value : new String[] {"o'neill", "b\\c", "'; drop table note; --", "$1", "$2 '' \\'"}) {
            var question = question(
                    "query ($v: String!) { note(where: {owner: {_in: [$v, \"$1\"]}, _not: {owner: {_is_null: true}}, id: {_gt: 2}},"
                            + " limit: 3) { id } }");
            question.withObject("/query/variables").put("v", value);
            assertThat(result(ok(question).at("/0/sql")).at("/note")).isEmpty();
        }
    }

    @Test
    void asked_in_the_name_of_a_user_it_shows_the_user_s_sql() {
        var question = question("{ note { id } }");
        question.set("user", Json.read("""
                {"X-Hasura-Role": "user", "x-hasura-user-id": "o'neill"}"""));
        assertThat(result(ok(question).at("/0/sql"))).isEqualTo(Json.read("{\"note\": [{\"id\": 1}]}"));
        question.set("user", Json.read("{\"x-hasura-role\": \"user\"}"));
        refused(question, "not-found", "missing session variable: \"x-hasura-user-id\"");
    }

    @Test
    void the_statement_is_what_is_sent() {
        var question = question("{ note(where: {id: {_in: [1, 2]}, owner: {_eq: \"x\"}}) { id } b: note { id } }");
        question.put("statement", true);
        var answer = ok(question);
        assertThat(answer.at("/0/statement").stringValue()).contains("$1::text").contains("AS \"b\"");
        assertThat(answer.at("/1/statement")).isEqualTo(answer.at("/0/statement"));
        assertThat(answer.at("/0/arguments")).isEqualTo(Json.read("[[\"1\", \"2\"], \"x\"]"));
    }

    @Test
    void what_cannot_be_explained() {
        refused(question("mutation { delete_note(where: {}) { affected_rows } }"), "only queries can be explained");
        refused(question("{ ids { id } }"), "query actions cannot be explained");
        refused(question("{ book(id: 1) { title } }"), "only hasura queries can be explained");
        refused(question("{ note { book { title } } }"), "queries with remote relationships cannot be explained");
        refused(Json.object(), "parse-failed", "key \"query\" not found");
        refused(question("{ nothing }"), "validation-failed", "field 'nothing' not found in type: 'query_root'");
    }

    @Test
    void it_is_for_administrators() {
        var reply = world.api().as("user").post(PATH, question("{ note { id } }"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").stringValue())
                .isEqualTo("You have to be an admin to access this endpoint");
    }

    private JsonNode explain(String query) {
        var question = question(query);
        question.withObject("/query/variables").put("id", 3);
        return ok(question);
    }

    private JsonNode ok(JsonNode question) {
        return world.api().succeed(PATH, question);
    }

    private void refused(JsonNode question, String message) {
        refused(question, "invalid-params", message);
    }

    private void refused(JsonNode question, String code, String message) {
        var reply = world.api().post(PATH, question);
        assertThat(reply.status()).as(reply.text()).isGreaterThanOrEqualTo(400);
        assertThat(reply.json().path("code").stringValue()).as(reply.text()).isEqualTo(code);
        assertThat(reply.json().path("error").stringValue()).contains(message);
    }

    private static ObjectNode question(String query) {
        var question = Json.object();
        question.putObject("query").put("query", query);
        return question;
    }

    /** Runs the SQL as it stands, beside the engine. */
    private JsonNode result(JsonNode sql) {
        var hex = world.sql().one("select encode(x.answer, 'hex') from (" + sql.stringValue() + ") x");
        return Json.read(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
    }
}
