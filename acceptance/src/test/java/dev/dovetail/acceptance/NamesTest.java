package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** Names that change while the engine runs, and the options that decide them. The rest is under cases/naming. */
class NamesTest {
    private World world;

    private void start(Map<String, String> options) throws IOException {
        world = World.start(options);
        world.api().runSql("""
                create table blog_post (id serial primary key, post_title text);
                create table blog_author (id serial primary key, full_name text);
                insert into blog_post (post_title) values ('one')""");
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    @DisplayName("NAM-07: a customization replaces the one before, and is refused when it clashes")
    void customization() throws IOException {
        start(Map.of());
        track("default", "blog_post");
        track("default", "blog_author");
        customize("{\"custom_name\": \"Post\", \"column_config\": {\"post_title\": {\"custom_name\": \"title\"}}}");
        answers("{ Post { __typename title } }", "{\"Post\": [{\"__typename\": \"Post\", \"title\": \"one\"}]}");
        customize("{\"custom_root_fields\": {\"select\": {\"name\": \"posts\", \"comment\": \"All\"}}}");
        answers(
                "{ posts { __typename post_title } }",
                "{\"posts\": [{\"__typename\": \"blog_post\", \"post_title\": \"one\"}]}");
        refused(
                "{\"custom_root_fields\": {\"select\": \"blog_author\"}}",
                "Encountered conflicting definitions in the selection set for 'query_root' for field 'blog_author'");
        refused("{\"custom_name\": \"blog_author_aggregate\"}", "Encountered conflicting definitions");
        refused("{\"custom_name\": \"no name\"}", "is not a valid GraphQL name");
        refused(
                "{\"custom_root_fields\": {\"insert\": \"x\", \"insert_one\": \"x\"}}",
                "root field names are duplicated");
        refused("{\"column_config\": {\"gone\": {\"custom_name\": \"x\"}}}", "but no such column exists");
        refused(
                "{\"column_config\": {\"id\": {\"custom_name\": \"post_title\"}}}",
                "are mapped to the same field name");
        answers("{ posts { id } }", "{\"posts\": [{\"id\": 1}]}");
        customize("{}");
        answers("{ blog_post { id } }", "{\"blog_post\": [{\"id\": 1}]}");
    }

    @Test
    @DisplayName("NAM-07, NAM-03: the older command and the older key for the names of columns")
    void olderForms() throws IOException {
        start(Map.of());
        track("default", "blog_post");
        world.api().succeed("/v1/query", Json.read("""
                {"type": "set_table_custom_fields", "version": 2, "args": {"table": "blog_post",
                 "custom_root_fields": {"select": "Posts"}, "custom_column_names": {"post_title": "Title"}}}"""));
        answers("{ Posts { Title } }", "{\"Posts\": [{\"Title\": \"one\"}]}");
        customize("{\"custom_column_names\": {\"post_title\": \"heading\"}}");
        answers("{ blog_post { heading } }", "{\"blog_post\": [{\"heading\": \"one\"}]}");
        var exported = world.api().metadata("export_metadata", "{}");
        assertThat(exported.at("/sources/0/tables/0/configuration/column_config/post_title/custom_name"))
                .isEqualTo(Json.string("heading"));
    }

    @Test
    @DisplayName("NAM-05: without the experimental feature the convention is kept and not followed")
    void gate() throws IOException {
        start(Map.of("HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION", "graphql-default"));
        track("default", "blog_post");
        update("{\"naming_convention\": \"graphql-default\"}");
        answers("{ blog_post { post_title } }", "{\"blog_post\": [{\"post_title\": \"one\"}]}");
        var exported = world.api().metadata("export_metadata", "{}");
        assertThat(exported.at("/sources/0/customization/naming_convention")).isEqualTo(Json.string("graphql-default"));
    }

    @Test
    @DisplayName("NAM-05, NAM-06: the default convention, and a source that is customized while it is served")
    void conventionOfTheServer() throws IOException {
        start(Map.of(
                "HASURA_GRAPHQL_DEFAULT_NAMING_CONVENTION",
                "graphql-default",
                "HASURA_GRAPHQL_EXPERIMENTAL_FEATURES",
                "naming_convention"));
        track("default", "blog_post");
        answers("{ blogPost { postTitle } }", "{\"blogPost\": [{\"postTitle\": \"one\"}]}");
        update("{\"naming_convention\": \"hasura-default\", \"type_names\": {\"prefix\": \"t_\"}}");
        answers("{ blog_post { __typename } }", "{\"blog_post\": [{\"__typename\": \"t_blog_post\"}]}");
        update("{\"root_fields\": {\"namespace\": \"db\", \"prefix\": \"the\"}}");
        answers("{ db { theBlogPost { postTitle } } }", "{\"db\": {\"theBlogPost\": [{\"postTitle\": \"one\"}]}}");
        update("{}");
        answers("{ blogPost { id } }", "{\"blogPost\": [{\"id\": 1}]}");
    }

    @Test
    @DisplayName("NAM-06: a namespace that clashes with a root field is refused")
    void clashingNamespace() throws IOException {
        start(Map.of());
        track("default", "blog_post");
        var second = "{\"name\": \"b\", \"configuration\": {\"connection_info\": {\"database_url\": {\"from_env\":"
                + " \"HASURA_GRAPHQL_DATABASE_URL\"}}}, \"customization\": {\"root_fields\": {\"namespace\":"
                + " \"blog_post\"}}}";
        world.api().metadata("pg_add_source", second);
        var refused = world.api().tryMetadata("pg_track_table", "{\"source\": \"b\", \"table\": \"blog_author\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("cannot continue due to new inconsistent metadata", "[source b, table");
        answers("{ blog_post { id } }", "{\"blog_post\": [{\"id\": 1}]}");
    }

    @Test
    @DisplayName("NAM-06, GQL-07: fields of one source stay or go together, in namespaces and under several names")
    void oneTransaction() throws IOException {
        start(Map.of());
        track("default", "blog_post");
        update("{\"root_fields\": {\"namespace\": \"db\"}}");
        var answer = world.api().graphql("""
                mutation { db { insert_blog_post_one(object: {id: 7}) { id } }
                           again: db { insert_blog_post_one(object: {id: 1}) { id } } }""");
        assertThat(answer.at("/errors/0/extensions/path"))
                .isEqualTo(Json.string("$.selectionSet.db.selectionSet.insert_blog_post_one.args.object"));
        assertThat(world.sql().one("select count(*) from blog_post where id = 7"))
                .isEqualTo("0");
    }

    @Test
    @DisplayName("NAM-06, MET-21: explain tells fields with their namespaces")
    void explain() throws IOException {
        start(Map.of());
        track("default", "blog_post");
        update("{\"root_fields\": {\"namespace\": \"db\"}}");
        var body = Json.object().put("statement", true);
        body.set(
                "query",
                Json.object()
                        .put("query", "{ my: db { a: blog_post { id } __typename b: blog_post { id } } __typename }"));
        var told = (ArrayNode) world.api().succeed("/v1/graphql/explain", body);
        assertThat(told.findValuesAsString("field")).containsExactly("my.a", "my.__typename", "my.b", "__typename");
        assertThat(told.at("/0/sql").stringValue()).contains("blog_post");
        assertThat(told.at("/0/statement")).isEqualTo(told.at("/2/statement"));
    }

    private void track(String source, String table) {
        world.api().metadata("pg_track_table", "{\"source\": \"" + source + "\", \"table\": \"" + table + "\"}");
    }

    private void customize(String configuration) {
        world.api().metadata("pg_set_table_customization", customization(configuration));
    }

    private static String customization(String configuration) {
        return "{\"source\": \"default\", \"table\": \"blog_post\", \"configuration\": " + configuration + "}";
    }

    private void refused(String configuration, String message) {
        var reply = world.api().tryMetadata("pg_set_table_customization", customization(configuration));
        assertThat(reply.status()).as(configuration).isEqualTo(400);
        assertThat(reply.json().path("error").asString("")).contains(message);
    }

    private void update(String customization) {
        world.api().metadata("pg_update_source", "{\"name\": \"default\", \"customization\": " + customization + "}");
    }

    private void answers(String query, String data) {
        JsonNode answer = world.api().graphql(query);
        assertThat(answer.path("data")).as(answer.toString()).isEqualTo(Json.read(data));
    }
}
