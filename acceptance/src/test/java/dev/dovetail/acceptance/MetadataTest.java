package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The metadata API: what it stores and gives back, and that a refused command changes nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetadataTest {
    private World world = MetadataTest.none();
    private JsonNode base = Json.object();

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    @BeforeAll
    void start() throws IOException {
        world = World.start(Map.of());
        world.api().runSql("""
                create table author (id serial primary key, name text not null unique);
                create table article (id serial primary key, title text, author_id int references author (id));
                create table untracked (id int primary key);
                insert into author (name) values ('Ann')""");
        api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "author"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": {"schema": "public", "name": "article"}}},
                 {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "article", "name": "author", "using": {"foreign_key_constraint_on": "author_id"}}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "author", "role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}}}},
                 {"type": "set_custom_types", "args": {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}], "relationships": [{"name": "author", "type": "object", "remote_table": "author", "field_mapping": {"id": "id"}}]}]}},
                 {"type": "create_action", "args": {"name": "act", "definition": {"handler": "{{HANDLER_URL}}/act", "type": "query", "output_type": "Out"}}},
                 {"type": "add_remote_schema", "args": {"name": "auth0", "definition": {"url_from_env": "PROFILES_URL"}}}]""");
        base = export();
    }

    @BeforeEach
    void restore() {
        replace(base);
    }

    @AfterAll
    void stop() {
        world.close();
    }

    // --- storing and giving back

    @Test
    void export_gives_what_was_set_in_the_normal_form() {
        Answers.assertSame(Json.read("""
                {"version": 3,
                 "sources": [{"name": "default", "kind": "postgres", "tables": [
                   {"table": {"name": "article", "schema": "public"}, "object_relationships": [{"name": "author", "using": {"foreign_key_constraint_on": "author_id"}}]},
                   {"table": {"name": "author", "schema": "public"}, "select_permissions": [{"role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}}}]}],
                   "configuration": "<any>"}],
                 "remote_schemas": [{"name": "auth0", "definition": {"url_from_env": "PROFILES_URL"}}],
                 "actions": [{"name": "act", "definition": {"handler": "{{HANDLER_URL}}/act", "output_type": "Out", "type": "query"}}],
                 "custom_types": {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}], "relationships": [
                   {"name": "author", "type": "object", "source": "default", "remote_table": {"name": "author", "schema": "public"}, "field_mapping": {"id": "id"}}]}]}}"""), base);
    }

    @Test
    void export_with_version_2_carries_the_resource_version() {
        var answer = api().succeed(
                        "/v1/metadata", Json.read("{\"type\": \"export_metadata\", \"version\": 2, \"args\": {}}"));
        assertThat(answer.get("resource_version").isNumber()).isTrue();
        assertThat(answer.get("metadata")).isEqualTo(base);
        assertThat(world.sql().one("select metadata from hdb_catalog.hdb_metadata"))
                .contains("\"act\"");
        assertThat(world.sql().one("select resource_version from hdb_catalog.hdb_metadata"))
                .isEqualTo(answer.get("resource_version").asString());
    }

    @Test
    void replace_with_the_export_changes_nothing() {
        replace(base);
        assertThat(export()).isEqualTo(base);
    }

    @Test
    void clear_leaves_the_source_out_and_no_object() {
        success(api().metadata("clear_metadata", "{}"));
        var cleared = export();
        assertThat(cleared.at("/sources/0/tables")).isEmpty();
        assertThat(cleared.has("actions")).isFalse();
        Answers.assertSame(Json.read("""
                {"errors": [{"message": "field 'author' not found in type: 'query_root'", "extensions": {"path": "$.selectionSet.author", "code": "validation-failed"}}]}"""), api().graphql("{ author { id } }"));
    }

    @Test
    void reload_sees_a_table_that_changed_behind_our_back() {
        world.sql().run("alter table author add column born date");
        try {
            api().metadata("reload_metadata", "{\"reload_sources\": true}");
            Answers.assertSame(
                    Json.read("{\"data\": {\"author\": [{\"born\": null}]}}"), api().graphql("{ author { born } }"));
        } finally {
            api().runSql("alter table author drop column born");
        }
    }

    @Test
    void run_sql_tracks_a_column_that_was_added() {
        api().runSql("alter table author add column age int default 7");
        Answers.assertSame(Json.read("{\"data\": {\"author\": [{\"age\": 7}]}}"), api().graphql("{ author { age } }"));
        api().runSql("alter table author drop column age");
    }

    @Test
    void run_sql_answers_rows_as_text() {
        Answers.assertSame(Json.read("""
                {"result_type": "TuplesOk", "result": [["id", "name", "n"], ["1", "Ann", "NULL"]]}"""), api().runSql("select id, name, null as n from author"));
        Answers.assertSame(
                Json.read("{\"result_type\": \"CommandOk\", \"result\": null}"),
                api().runSql("update author set name = name"));
    }

    @Test
    void bulk_runs_in_order_and_answers_a_list() {
        Answers.assertSame(
                Json.read("[{\"message\": \"success\"}, {\"message\": \"success\"}]"), api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "untracked"}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "untracked", "role": "user", "permission": {"columns": "*", "filter": {}}}}]"""));
        Answers.assertSame(
                Json.read("{\"data\": {\"untracked\": []}}"), api().as("user").graphql("{ untracked { id } }"));
    }

    @Test
    void bulk_is_all_or_nothing() {
        refused("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "untracked"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": "nowhere"}}]""", "invalid-configuration", "$.args[1].args");
    }

    @Test
    void an_outdated_resource_version_is_409() {
        var exported = api().succeed(
                        "/v1/metadata", Json.read("{\"type\": \"export_metadata\", \"version\": 2, \"args\": {}}"));
        var version = exported.get("resource_version").asLong();
        var track = Json.read("""
                {"type": "pg_track_table", "resource_version": %d, "args": {"source": "default", "table": "untracked"}}""".formatted(version));
        success(api().succeed("/v1/metadata", track));

        var late = api().post("/v1/metadata", Json.read("""
                {"type": "pg_untrack_table", "resource_version": %d, "args": {"source": "default", "table": "untracked"}}""".formatted(version)));

        assertThat(late.status()).isEqualTo(409);
        Answers.assertSame(Json.read("""
                {"path": "$", "code": "conflict", "error": "metadata resource version referenced (%d) did not match current version"}""".formatted(version)), late.json());
        assertThat(api().graphql("{ untracked { id } }").has("data")).isTrue();
    }

    @Test
    void custom_types_are_replaced_as_a_whole() {
        success(api().metadata("set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}, {"name": "more", "type": "String"}]}]}"""));
        assertThat(export().at("/custom_types/objects/0").has("relationships")).isFalse();
    }

    @Test
    void update_action_changes_and_drop_action_removes() {
        success(api().metadata("update_action", """
                {"name": "act", "definition": {"handler": "{{HANDLER_URL}}/other", "type": "query", "output_type": "String"}}"""));
        world.handler().answering(request -> StubHandler.Answer.json(200, "\"" + request.path() + "\""));
        Answers.assertSame(Json.read("{\"data\": {\"act\": \"/other\"}}"), api().graphql("{ act }"));
        success(api().metadata("drop_action", "{\"name\": \"act\"}"));
        assertThat(export().has("actions")).isFalse();
    }

    // --- bad input: a clear error, the old metadata still in force

    @Test
    void commands_that_cannot_be_understood() {
        refused("no_such_command", "{}", "parse-failed", "$");
        refused("pg_track_table", "{\"source\": \"default\"}", "parse-failed", "$.args");
        refused("pg_track_table", "{\"source\": \"default\", \"table\": 7}", "parse-failed", "$.args.table");
        refused(
                "create_action",
                "{\"name\": \"no name\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"String\"}}",
                "parse-failed",
                "$.args.name");
        refused(
                "create_action",
                "{\"name\": \"x\", \"definition\": {\"output_type\": \"String\"}}",
                "parse-failed",
                "$.args.definition");
    }

    @Test
    void tables_that_are_not_there() {
        refused(
                "pg_track_table",
                "{\"source\": \"default\", \"table\": \"nowhere\"}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: no such table/view exists in source: \"nowhere\"");
        refused(
                "pg_track_table",
                "{\"source\": \"other\", \"table\": \"author\"}",
                "not-exists",
                "$.args",
                "source with name \"other\" does not exist");
        refused(
                "pg_track_table",
                "{\"source\": \"default\", \"table\": \"author\"}",
                "already-tracked",
                "$.args",
                "view/table already tracked: \"author\"");
        refused(
                "pg_untrack_table",
                "{\"source\": \"default\", \"table\": \"untracked\"}",
                "already-untracked",
                "$.args",
                "view/table already untracked: \"untracked\"");
    }

    @Test
    void a_table_others_depend_on_needs_cascade() {
        refused("pg_untrack_table", "{\"source\": \"default\", \"table\": \"author\"}", "dependency-error", "$.args");
        success(api().metadata(
                        "pg_untrack_table", "{\"source\": \"default\", \"table\": \"author\", \"cascade\": true}"));
    }

    @Test
    void relationships_that_cannot_be() {
        refused("pg_create_object_relationship", """
                {"source": "default", "table": "article", "name": "writer", "using": {"foreign_key_constraint_on": "nothing"}}""", "invalid-configuration", "$.args");
        refused("pg_create_object_relationship", """
                {"source": "default", "table": "article", "name": "title", "using": {"foreign_key_constraint_on": "author_id"}}""", "already-exists", "$.args");
        refused(
                "pg_create_array_relationship", """
                {"source": "default", "table": "author", "name": "articles", "using": {"manual_configuration": {"remote_table": "nowhere", "column_mapping": {"id": "author_id"}}}}""",
                "invalid-configuration", "$.args");
        refused(
                "pg_create_array_relationship", """
                {"source": "default", "table": "author", "name": "articles", "using": {"manual_configuration": {"remote_table": "article", "column_mapping": {"id": "nothing"}}}}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void permissions_that_cannot_be() {
        refused("pg_create_select_permission", """
                {"source": "default", "table": "author", "role": "user", "permission": {"columns": ["id"], "filter": {}}}""", "already-exists", "$.args");
        refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["nothing"], "filter": {}}}""", "invalid-configuration", "$.args");
        refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["id"], "filter": {"nothing": {"_eq": 1}}}}""", "invalid-configuration", "$.args");
        refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_almost": 1}}}}""", "invalid-configuration", "$.args");
        refused(
                "pg_drop_select_permission",
                "{\"source\": \"default\", \"table\": \"article\", \"role\": \"user\"}",
                "permission-denied",
                "$.args");
    }

    @Test
    void actions_and_types_that_cannot_be() {
        refused(
                "create_action",
                "{\"name\": \"act\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Out\"}}",
                "already-exists",
                "$.args",
                "action with name \"act\" already exists");
        refused(
                "create_action",
                "{\"name\": \"other\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Nothing\"}}",
                "invalid-configuration",
                "$.args");
        refused(
                "create_action",
                        "{\"name\": \"other\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Out\", \"arguments\": [{\"name\": \"a\", \"type\": \"Nothing\"}]}}",
                "invalid-configuration", "$.args");
        refused(
                "create_action",
                "{\"name\": \"other\", \"definition\": {\"handler\": \"{{NOT_SET}}/x\", \"output_type\": \"Out\"}}",
                "invalid-configuration",
                "$.args");
        refused("create_action_permission", "{\"action\": \"nothing\", \"role\": \"user\"}", "not-exists", "$.args");
        refused("set_custom_types", "{\"objects\": []}", "unexpected", "$.args");
        refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}], "relationships": [{"name": "author", "type": "object", "remote_table": "nowhere", "field_mapping": {"id": "id"}}]}]}""",
                "invalid-configuration", "$.args");
        refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "ids", "type": "[Int!]"}], "relationships": [{"name": "author", "type": "object", "remote_table": "author", "field_mapping": {"ids": "id"}}]}]}""",
                "invalid-configuration", "$.args");
        refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}]}, {"name": "Out", "fields": [{"name": "id", "type": "Int!"}]}]}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void an_action_whose_name_is_taken_by_a_table() {
        refused(
                "create_action",
                "{\"name\": \"author\", \"definition\": {\"handler\": \"http://x\", \"type\": \"query\", \"output_type\": \"Out\"}}",
                "invalid-configuration",
                "$.args");
    }

    @Test
    void remote_schemas_that_cannot_be() {
        refused(
                "add_remote_schema",
                "{\"name\": \"auth0\", \"definition\": {\"url\": \"http://127.0.0.1:1/\"}}",
                "already-exists",
                "$.args");
        refused(
                "add_remote_schema",
                "{\"name\": \"gone\", \"definition\": {\"url\": \"http://127.0.0.1:1/\"}}",
                "invalid-configuration",
                "$.args");
        refused(
                "add_remote_schema",
                "{\"name\": \"handler\", \"definition\": {\"url\": \"{{HANDLER_URL}}\"}}",
                "invalid-configuration",
                "$.args");
        refused(
                "add_remote_schema",
                "{\"name\": \"gone\", \"definition\": {\"url_from_env\": \"NOT_SET\"}}",
                "invalid-configuration",
                "$.args");
        refused("remove_remote_schema", "{\"name\": \"nothing\"}", "not-exists", "$.args");
        refused(
                "pg_create_remote_relationship", """
                {"source": "default", "table": "author", "name": "profile", "definition": {"to_remote_schema": {"remote_schema": "auth0", "lhs_fields": ["nothing"], "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$nothing"}}}}}}""",
                "invalid-configuration", "$.args");
        refused(
                "pg_create_remote_relationship", """
                {"source": "default", "table": "author", "name": "profile", "definition": {"to_remote_schema": {"remote_schema": "auth0", "lhs_fields": ["name"], "remote_field": {"nothing": {"arguments": {"auth0_id": "$name"}}}}}}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void a_remote_schema_with_a_root_field_that_is_taken() {
        api().metadata(
                        "pg_track_table",
                        "{\"source\": \"default\", \"table\": \"untracked\", \"configuration\": {\"custom_root_fields\": {\"select\": \"book\"}}}");
        var before = export();
        var reply = api().tryMetadata(
                        "add_remote_schema",
                        "{\"name\": \"library\", \"definition\": {\"url_from_env\": \"LIBRARY_URL\"}}");
        assertThat(reply.status()).isBetween(400, 500);
        assertThat(export()).isEqualTo(before);
    }

    @Test
    void broken_metadata_is_refused_as_a_whole() {
        var broken = (ObjectNode) base.deepCopy();
        ((ObjectNode) broken.at("/actions/0/definition")).put("output_type", "Nothing");
        var reply = api().tryMetadata("replace_metadata", Json.write(broken));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("unexpected");
        assertThat(reply.json().get("error").asString()).isEqualTo("cannot continue due to inconsistent metadata");
        assertThat(export()).isEqualTo(base);
    }

    @Test
    void broken_metadata_is_taken_when_allowed_and_can_be_cleaned() {
        var broken = (ObjectNode) base.deepCopy();
        ((ObjectNode) broken.at("/actions/0/definition")).put("output_type", "Nothing");
        var args = Json.object().put("allow_inconsistent_metadata", true);
        args.set("metadata", broken);
        var command = Json.object().put("type", "replace_metadata").put("version", 2);
        command.set("args", args);

        var answer = api().succeed("/v1/metadata", command);

        assertThat(answer.get("is_consistent").asBoolean()).isFalse();
        var inconsistent = api().metadata("get_inconsistent_metadata", "{}");
        assertThat(inconsistent.get("is_consistent").asBoolean()).isFalse();
        assertThat(inconsistent.at("/inconsistent_objects/0/type").asString()).isEqualTo("action");
        assertThat(inconsistent.at("/inconsistent_objects/0/name").asString()).isEqualTo("action act");
        assertThat(inconsistent.at("/inconsistent_objects/0/reason").asString()).contains("Nothing");
        Answers.assertSame(
                Json.read("{\"data\": {\"author\": [{\"name\": \"Ann\"}]}}"), api().graphql("{ author { name } }"));

        success(api().metadata("drop_inconsistent_metadata", "{}"));

        Answers.assertSame(
                Json.read("{\"is_consistent\": true, \"inconsistent_objects\": []}"),
                api().metadata("get_inconsistent_metadata", "{}"));
        assertThat(export().has("actions")).isFalse();
    }

    @Test
    void sql_that_would_break_the_metadata_is_rolled_back() {
        var reply = api().post("/v2/query", Json.read("""
                {"type": "run_sql", "args": {"source": "default", "sql": "alter table author drop column id cascade"}}"""));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("dependency-error");
        assertThat(export()).isEqualTo(base);
        assertThat(world.sql().one("select count(id) from author")).isEqualTo("1");
    }

    @Test
    void sql_with_an_error_says_where() {
        var reply = api().post(
                        "/v2/query",
                        Json.read(
                                "{\"type\": \"run_sql\", \"args\": {\"source\": \"default\", \"sql\": \"selec 1\"}}"));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("postgres-error");
        assertThat(reply.json().get("error").asString()).isEqualTo("query execution failed");
        assertThat(reply.json().at("/internal/error/message").asString()).contains("syntax error");
    }

    @Test
    void the_api_is_for_administrators() {
        var reply = api().as("user").tryMetadata("export_metadata", "{}");
        assertThat(reply.status()).isEqualTo(400);
        Answers.assertSame(
                Json.read(
                        "{\"path\": \"$.args\", \"error\": \"restricted access : admin only\", \"code\": \"access-denied\"}"),
                reply.json());
    }

    @Test
    void a_body_that_is_no_json() {
        var reply = api().send("POST", "/v1/metadata", "nonsense");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("invalid-json");
    }

    // --- helpers

    private Api api() {
        return world.api();
    }

    private JsonNode export() {
        return api().metadata("export_metadata", "{}");
    }

    private void replace(JsonNode metadata) {
        api().metadata("replace_metadata", Json.write(metadata));
    }

    private static void success(JsonNode answer) {
        assertThat(answer).isEqualTo(Json.read("{\"message\": \"success\"}"));
    }

    private void refused(String type, String args, String code, String path) {
        refused(type, args, code, path, "");
    }

    /** The command is refused with this code and path, and neither the metadata nor what is served has changed. */
    private void refused(String type, String args, String code, String path, String message) {
        var reply = api().tryMetadata(type, args);
        var seen = new LinkedHashMap<String, Object>();
        seen.put("status", reply.status());
        seen.put("code", reply.json().path("code").asString(""));
        seen.put("path", reply.json().path("path").asString(""));
        assertThat(seen)
                .as(type + " " + args + " -> " + reply.text())
                .isEqualTo(Map.of("status", 400, "code", code, "path", path));
        assertThat(reply.json().path("error").asString(""))
                .as(type + " " + args)
                .isNotEmpty();
        if (!message.isEmpty()) {
            assertThat(reply.json().path("error").asString("")).isEqualTo(message);
        }
        assertThat(export()).as("metadata after " + type).isEqualTo(base);
        Answers.assertSame(
                Json.read("{\"data\": {\"author\": [{\"name\": \"Ann\"}]}}"), api().graphql("{ author { name } }"));
    }
}
