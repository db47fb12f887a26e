package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.demo.ProfilesService;
import dev.dovetail.demo.SqlUserStore;
import dev.dovetail.demo.UsersService;
import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The promise: an action's answer is joined to a table and on to a remote schema, set up by the API alone. */
class MainExampleTest {
    private static final String CREATE = """
            mutation { createUser(name: "Hodor") { id user { name auth0_id auth0_profile { email nickname last_login } } } }""";

    private static final String ANSWER = """
            {"data": {"createUser": {"id": "<uuid>", "user": {"name": "Hodor", "auth0_id": "hodor|hodor", "auth0_profile":
              {"email": "hodor@hodor.com", "nickname": "Hodor", "last_login": "2016-05-22T01:35:48.863Z"}}}}}""";

    private static final String TODAYS_RELATIONSHIP = """
            {"source": "default", "table": "users", "name": "auth0_profile", "definition": {"to_remote_schema":
              {"remote_schema": "auth0", "lhs_fields": ["auth0_id"],
               "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$auth0_id"}}}}}}""";

    private static final String OLDER_RELATIONSHIP = """
            {"source": "default", "table": {"schema": "public", "name": "users"}, "name": "auth0_profile",
              "remote_schema": "auth0", "hasura_fields": ["auth0_id"],
              "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$auth0_id"}}}}""";

    private String databaseUrl = "";
    private SqlUserStore store = new SqlUserStore("postgres://nobody@127.0.0.1:1/none");
    private UsersService users = unset();
    private ProfilesService profiles = unset();
    private Engine engine = unset();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T unset() {
        return null;
    }

    @BeforeEach
    void start() throws Exception {
        databaseUrl = Postgres.freshDatabase();
        store.close();
        store = new SqlUserStore(databaseUrl);
        users = UsersService.start(0, store);
        profiles = ProfilesService.start(0);
        Map<String, String> env = new LinkedHashMap<>();
        env.put("HASURA_GRAPHQL_DATABASE_URL", databaseUrl);
        engine = Engine.start(env);
    }

    @AfterEach
    void stop() {
        engine.close();
        users.close();
        profiles.close();
        store.close();
    }

    static Stream<List<String>> forms() {
        return Stream.of(
                List.of("\"users\"", TODAYS_RELATIONSHIP),
                List.of("{\"schema\": \"public\", \"name\": \"users\"}", OLDER_RELATIONSHIP));
    }

    @ParameterizedTest
    @DisplayName(
            "ARL-01, ARL-10, ARL-15, RRL-12: set up over the metadata API, an action's answer is joined to a row, and on")
    @MethodSource("forms")
    void an_action_is_joined_to_a_table_and_on_to_a_remote_schema(List<String> forms) {
        setUp(forms.getFirst(), forms.getLast());
        var before = profiles.requests();

        var answer = engine.api().graphql(CREATE);

        Answers.assertSame(Json.read(ANSWER), answer);
        assertThat(new Sql(databaseUrl).one("select id from users"))
                .isEqualTo(answer.at("/data/createUser/id").asString());
        assertThat(profiles.requests() - before)
                .as("requests to the remote schema")
                .isEqualTo(1);
    }

    @Test
    void a_handler_that_refuses_is_quoted() {
        setUp("\"users\"", TODAYS_RELATIONSHIP);
        Answers.assertSame(Json.read("""
                {"errors": [{"message": "a user needs a name that is not blank", "extensions": {"path": "$", "code": "unexpected"}}]}"""), engine.api().graphql("mutation { createUser(name: \" \") { id } }"));
    }

    @Test
    void for_a_role_all_three_parts_follow_its_permissions() {
        setUp("\"users\"", TODAYS_RELATIONSHIP);
        var user = engine.api().as("user", "x-hasura-user-name", "Hodor");
        engine.api().metadata("pg_create_select_permission", """
                {"source": "default", "table": "users", "role": "user", "permission": {"columns": ["name"], "filter":
                  {"name": {"_eq": "X-Hasura-User-Name"}}}}""");
        check(user, "mutation { createUser(name: \"Hodor\") { user { name } } }", """
                {"errors": [{"message": "no mutations exist", "extensions": {"path": "$", "code": "validation-failed"}}]}""");

        engine.api().metadata("create_action_permission", "{\"action\": \"createUser\", \"role\": \"user\"}");

        check(user, "mutation { createUser(name: \"Hodor\") { user { name auth0_profile { nickname } } } }", """
                {"data": {"createUser": {"user": {"name": "Hodor", "auth0_profile": {"nickname": "Hodor"}}}}}""");
        check(user, "mutation { createUser(name: \"Arya\") { id user { name } } }", """
                {"data": {"createUser": {"id": "<uuid>", "user": null}}}""");
        check(user, "mutation { createUser(name: \"Arya\") { user { auth0_id } } }", """
                {"errors": [{"message": "field 'auth0_id' not found in type: 'users'", "extensions": {"path":
                  "$.selectionSet.createUser.selectionSet.user.selectionSet.auth0_id", "code": "validation-failed"}}]}""");

        engine.api()
                .metadata(
                        "pg_drop_select_permission",
                        "{\"source\": \"default\", \"table\": \"users\", \"role\": \"user\"}");

        check(user, "mutation { createUser(name: \"Arya\") { user { name } } }", """
                {"errors": [{"message": "field 'user' not found in type: 'UserOutput'", "extensions": {"path":
                  "$.selectionSet.createUser.selectionSet.user", "code": "validation-failed"}}]}""");
    }

    @Test
    void many_rows_cost_one_request_to_the_remote_schema() {
        setUp("\"users\"", TODAYS_RELATIONSHIP);
        new Sql(databaseUrl).run("""
                insert into users (name, auth0_id) select 'u' || i, 'u' || (i % 10) || '|u' || (i % 10) from generate_series(1, 100) i""");
        var before = profiles.requests();

        var answer = engine.api().graphql("{ users { auth0_id auth0_profile { auth0_id } } }");

        var rows = answer.at("/data/users");
        assertThat(rows)
                .hasSize(100)
                .allSatisfy(row -> assertThat(row.at("/auth0_profile/auth0_id")).isEqualTo(row.get("auth0_id")));
        assertThat(profiles.requests() - before).isEqualTo(1);
    }

    @Test
    void what_was_set_up_is_there_after_a_restart() {
        setUp("\"users\"", TODAYS_RELATIONSHIP);
        engine.close();
        engine = Engine.start(Map.of("HASURA_GRAPHQL_DATABASE_URL", databaseUrl));
        Answers.assertSame(Json.read(ANSWER), engine.api().graphql(CREATE));
    }

    private void setUp(String remoteTable, String relationship) {
        var api = engine.api();
        api.runSql("""
                create table users (id uuid primary key default gen_random_uuid(), name text not null, auth0_id text not null)""");
        success(api.metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"users\"}"));
        success(api.metadata("set_custom_types", """
                {"scalars": [], "enums": [], "input_objects": [], "objects": [{"name": "UserOutput", "fields": [{"name": "id", "type": "uuid!"}],
                  "relationships": [{"name": "user", "type": "object", "remote_table": %s, "field_mapping": {"id": "id"}}]}]}""".formatted(remoteTable)));
        success(api.metadata("create_action", """
                {"name": "createUser", "definition": {"kind": "synchronous", "type": "mutation", "handler": "%s",
                  "arguments": [{"name": "name", "type": "String!"}], "output_type": "UserOutput"}}""".formatted(users.url())));
        success(api.metadata("add_remote_schema", """
                {"name": "auth0", "definition": {"url": "%s", "timeout_seconds": 10}}""".formatted(profiles.url())));
        success(api.metadata("pg_create_remote_relationship", relationship));
    }

    private static void success(JsonNode answer) {
        assertThat(answer).isEqualTo(Json.read("{\"message\": \"success\"}"));
    }

    private static void check(Api api, String query, String answer) {
        Answers.assertSame(Json.read(answer), api.graphql(query));
    }
}
