package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The server starts with parts of its world missing, serves the rest and heals when they come back. */
class HealingTest {
    @Test
    void a_source_that_is_not_there_at_the_start_comes_back_by_itself() throws Exception {
        var metadataUrl = Postgres.freshDatabase();
        var later = metadataUrl + "_later";
        Map<String, String> env = new LinkedHashMap<>();
        env.put("HASURA_GRAPHQL_METADATA_DATABASE_URL", metadataUrl);
        env.put("SHOP_URL", later);
        var sql = new Sql(metadataUrl);
        sql.run("create database \"" + later.substring(later.lastIndexOf('/') + 1) + "\"");
        new Sql(later).run("create table t (id int primary key); insert into t values (1)");
        try (var engine = Engine.start(env)) {
            engine.api()
                    .metadata(
                            "pg_add_source",
                            "{\"name\": \"shop\", \"configuration\": {\"connection_info\": {\"database_url\": {\"from_env\": \"SHOP_URL\"}}}}");
            engine.api().metadata("pg_track_table", "{\"source\": \"shop\", \"table\": \"t\"}");
        }
        var name = later.substring(later.lastIndexOf('/') + 1);
        sql.run("alter database \"" + name + "\" rename to \"" + name + "_away\"");
        try (var engine = Engine.start(env)) {
            var api = engine.api();
            assertThat(api.metadata("get_inconsistent_metadata", "{}")
                            .at("/inconsistent_objects/0/name")
                            .asString())
                    .isEqualTo("source shop");
            assertThat(api.graphql("{ __typename }").at("/data/__typename").asString())
                    .isEqualTo("query_root");
            sql.run("alter database \"" + name + "_away\" rename to \"" + name + "\"");
            Eventually.holds(() -> api.graphql("{ t { id } }").has("data"));
        }
    }

    @Test
    void without_the_metadata_database_requests_are_answered_503_until_it_comes() throws Exception {
        var url = Postgres.freshDatabase();
        var name = url.substring(url.lastIndexOf('/') + 1);
        var aside = new Sql(Postgres.freshDatabase());
        aside.run("alter database \"" + name + "\" rename to \"" + name + "_away\"");
        try (var engine = Engine.startWithoutWaiting(Map.of("HASURA_GRAPHQL_DATABASE_URL", url))) {
            Eventually.holds(() -> engine.api().get("/healthz").status() == 503
                    || engine.api().get("/healthz").status() == 500);
            var reply = engine.api().post("/v1/graphql", Json.object().put("query", "{ __typename }"));
            assertThat(reply.status()).isIn(200, 503);
            assertThat(reply.json().has("errors")).isTrue();
            aside.run("alter database \"" + name + "_away\" rename to \"" + name + "\"");
            Eventually.holds(() -> engine.api().get("/healthz").status() == 200);
            check(engine.api(), "{ __typename }", "{\"data\": {\"__typename\": \"query_root\"}}");
        }
    }

    @Test
    void an_engine_without_any_source_serves() throws Exception {
        try (var engine = Engine.start(Map.of("HASURA_GRAPHQL_METADATA_DATABASE_URL", Postgres.freshDatabase()))) {
            check(engine.api(), "{ __typename }", "{\"data\": {\"__typename\": \"query_root\"}}");
            assertThat(engine.api()
                            .metadata("export_metadata", "{}")
                            .get("version")
                            .asInt())
                    .isEqualTo(3);
        }
    }

    private static void check(Api api, String query, String answer) {
        Answers.assertSame(Json.read(answer), api.graphql(query));
    }
}
