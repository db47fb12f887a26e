package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("NQ-05: what Postgres is asked of native queries, and when")
class NativeQueryTest {
    private static final String QUERY = """
            {"source": "default", "root_field_name": "found", "code": "select id from thing where id = {{id}}",
             "arguments": {"id": {"type": "integer"}},
             "returns": {"fields": [{"name": "id", "type": {"scalar": "integer"}}]}}""";
    private static final String ASK = "{ found(args: {id: 1}) { id } }";

    @Test
    void nothing_if_it_is_switched_off() throws Exception {
        try (var world = World.start(Map.of("HASURA_GRAPHQL_DISABLE_NATIVE_QUERY_VALIDATION", "true"))) {
            var api = world.api();
            api.metadata("pg_track_native_query", QUERY);
            assertThat(api.graphql(ASK).at("/errors/0/extensions/code").asString())
                    .isEqualTo("unexpected");
            world.sql().run("create table thing (id int primary key); insert into thing values (1)");
            assertThat(api.graphql(ASK)).isEqualTo(Json.read("{\"data\": {\"found\": [{\"id\": 1}]}}"));
        }
    }

    @Test
    void what_breaks_later_is_found_by_reading_anew_and_holds_up_nothing() throws Exception {
        var url = Postgres.freshDatabase();
        Map<String, String> env = new LinkedHashMap<>();
        env.put("HASURA_GRAPHQL_DATABASE_URL", url);
        var sql = new Sql(url);
        sql.run("create table thing (id int primary key); insert into thing values (1); create table other (id int)");
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            api.metadata("pg_track_native_query", QUERY);
            api.metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"other\"}");
            sql.run("drop table thing");
            assertThat(api.graphql(ASK).has("errors")).isTrue();
            assertThat(api.metadata("get_inconsistent_metadata", "{}")
                            .path("is_consistent")
                            .booleanValue())
                    .isTrue();
            api.metadata("reload_metadata", "{}");
            checkBroken(api);
        }
        try (var engine = Engine.start(env)) {
            checkBroken(engine.api());
            sql.run("create table thing (id int primary key); insert into thing values (1)");
            engine.api().metadata("reload_metadata", "{}");
            assertThat(engine.api().graphql(ASK)).isEqualTo(Json.read("{\"data\": {\"found\": [{\"id\": 1}]}}"));
        }
    }

    private static void checkBroken(Api api) {
        var fault = api.metadata("get_inconsistent_metadata", "{}").at("/inconsistent_objects/0");
        assertThat(fault.path("name").asString()).isEqualTo("native_query found in source default");
        assertThat(fault.at("/message/error/message").asString()).isEqualTo("relation \"thing\" does not exist");
        assertThat(api.graphql("{ other { id } }")).isEqualTo(Json.read("{\"data\": {\"other\": []}}"));
    }

    @Test
    @DisplayName("MET-21: a plan is told of them, too")
    void a_plan_is_told_of_them_too() throws Exception {
        try (var world = World.start(Map.of())) {
            world.sql().run("create table thing (id int primary key)");
            world.api().metadata("pg_track_native_query", QUERY);
            var body = Json.object();
            body.putObject("query").put("query", ASK);
            var answer = world.api().succeed("/v1/graphql/explain", body);
            assertThat(answer.at("/0/field").asString()).isEqualTo("found");
            assertThat(answer.at("/0/sql").asString())
                    .contains("select id from thing where id =  ((('1'::text))::\"int4\")");
            assertThat(answer.at("/0/plan/0").asString()).contains("cost=");
        }
    }
}
