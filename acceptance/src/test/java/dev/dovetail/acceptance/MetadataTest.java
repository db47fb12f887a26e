package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The metadata API: what it stores and gives back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetadataTest {
    @RegisterExtension
    final MetadataWorld metadata = new MetadataWorld();

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
                   {"name": "author", "type": "object", "source": "default", "remote_table": {"name": "author", "schema": "public"}, "field_mapping": {"id": "id"}}]}]}}"""), metadata.base());
    }

    @Test
    void export_with_version_2_carries_the_resource_version() {
        var answer = metadata.world()
                .api()
                .succeed("/v1/metadata", Json.read("{\"type\": \"export_metadata\", \"version\": 2, \"args\": {}}"));
        assertThat(answer.get("resource_version").isNumber()).isTrue();
        assertThat(answer.get("metadata")).isEqualTo(metadata.base());
        assertThat(metadata.world().sql().one("select metadata from hdb_catalog.hdb_metadata"))
                .contains("\"act\"");
        assertThat(metadata.world().sql().one("select resource_version from hdb_catalog.hdb_metadata"))
                .isEqualTo(answer.get("resource_version").asString());
    }

    @Test
    void replace_with_the_export_changes_nothing() {
        metadata.replace(metadata.base());
        assertThat(metadata.export()).isEqualTo(metadata.base());
    }

    @Test
    void clear_leaves_the_source_out_and_no_object() {
        MetadataWorld.success(metadata.world().api().metadata("clear_metadata", "{}"));
        var cleared = metadata.export();
        assertThat(cleared.at("/sources/0/tables")).isEmpty();
        assertThat(cleared.has("actions")).isFalse();
        Answers.assertSame(Json.read("""
                {"errors": [{"message": "field 'author' not found in type: 'query_root'", "extensions": {"path": "$.selectionSet.author", "code": "validation-failed"}}]}"""), metadata.world().api().graphql("{ author { id } }"));
    }

    @Test
    void reload_sees_a_table_that_changed_behind_our_back() {
        metadata.world().sql().run("alter table author add column born date");
        try {
            metadata.world().api().metadata("reload_metadata", "{\"reload_sources\": true}");
            Answers.assertSame(
                    Json.read("{\"data\": {\"author\": [{\"born\": null}]}}"),
                    metadata.world().api().graphql("{ author { born } }"));
        } finally {
            metadata.world().api().runSql("alter table author drop column born");
        }
    }

    @Test
    @DisplayName("CMP-13: the values of an enum table are read anew when the metadata are reloaded, and not before")
    void enum_values_are_read_anew_on_reload() {
        var api = metadata.world().api();
        metadata.world()
                .sql()
                .run(
                        "create table mood (value text primary key, comment text); insert into mood values ('ok', 'fine')");
        api.metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"mood\"}");
        api.metadata("pg_set_table_is_enum", "{\"source\": \"default\", \"table\": \"mood\", \"is_enum\": true}");
        metadata.world().sql().run("create table day (id int primary key, mood text references mood)");
        api.metadata("pg_track_table", "{\"source\": \"default\", \"table\": \"day\"}");
        var question = "{ __type(name: \"mood_enum\") { enumValues { name description } } }";
        var before = Json.read(
                "{\"data\": {\"__type\": {\"enumValues\": [{\"name\": \"ok\", \"description\": \"fine\"}]}}}");
        Answers.assertSame(before, api.graphql(question));
        metadata.world().sql().run("insert into mood values ('sad', null)");
        Answers.assertSame(before, api.graphql(question));
        api.metadata("reload_metadata", "{}");
        Answers.assertSame(Json.read("""
                {"data": {"__type": {"enumValues": [{"name": "ok", "description": "fine"}, {"name": "sad", "description": null}]}}}"""), api.graphql(question));
        Answers.assertSame(
                Json.read("{\"data\": {\"insert_day_one\": {\"mood\": \"sad\"}}}"),
                api.graphql("mutation { insert_day_one(object: {id: 1, mood: sad}) { mood } }"));
        metadata.world().sql().run("delete from day; delete from mood");
        api.metadata("reload_metadata", "{}");
        assertThat(api.metadata("get_inconsistent_metadata", "{}")
                        .at("/inconsistent_objects/0/reason")
                        .asString(""))
                .contains("must have at least one row");
        metadata.restore();
        metadata.world().sql().run("drop table day; drop table mood");
        api.metadata("reload_metadata", "{}");
    }

    @Test
    void run_sql_tracks_a_column_that_was_added() {
        metadata.world().api().runSql("alter table author add column age int default 7");
        Answers.assertSame(
                Json.read("{\"data\": {\"author\": [{\"age\": 7}]}}"),
                metadata.world().api().graphql("{ author { age } }"));
        metadata.world().api().runSql("alter table author drop column age");
    }

    @Test
    void run_sql_answers_rows_as_text() {
        Answers.assertSame(Json.read("""
                {"result_type": "TuplesOk", "result": [["id", "name", "n"], ["1", "Ann", "NULL"]]}"""), metadata.world().api().runSql("select id, name, null as n from author"));
        Answers.assertSame(
                Json.read("{\"result_type\": \"CommandOk\", \"result\": null}"),
                metadata.world().api().runSql("update author set name = name"));
    }

    @Test
    void bulk_runs_in_order_and_answers_a_list() {
        Answers.assertSame(
                Json.read("[{\"message\": \"success\"}, {\"message\": \"success\"}]"),
                metadata.world().api().metadata("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "untracked"}},
                 {"type": "pg_create_select_permission", "args": {"source": "default", "table": "untracked", "role": "user", "permission": {"columns": "*", "filter": {}}}}]"""));
        Answers.assertSame(
                Json.read("{\"data\": {\"untracked\": []}}"),
                metadata.world().api().as("user").graphql("{ untracked { id } }"));
    }

    @Test
    void bulk_is_all_or_nothing() {
        metadata.refused("bulk", """
                [{"type": "pg_track_table", "args": {"source": "default", "table": "untracked"}},
                 {"type": "pg_track_table", "args": {"source": "default", "table": "nowhere"}}]""", "invalid-configuration", "$.args[1].args");
    }

    @Test
    void an_outdated_resource_version_is_409() {
        var exported = metadata.world()
                .api()
                .succeed("/v1/metadata", Json.read("{\"type\": \"export_metadata\", \"version\": 2, \"args\": {}}"));
        var version = exported.get("resource_version").asLong();
        var track = Json.read("""
                {"type": "pg_track_table", "resource_version": %d, "args": {"source": "default", "table": "untracked"}}""".formatted(version));
        MetadataWorld.success(metadata.world().api().succeed("/v1/metadata", track));

        var late = metadata.world().api().post("/v1/metadata", Json.read("""
                {"type": "pg_untrack_table", "resource_version": %d, "args": {"source": "default", "table": "untracked"}}""".formatted(version)));

        assertThat(late.status()).isEqualTo(409);
        Answers.assertSame(Json.read("""
                {"path": "$", "code": "conflict", "error": "metadata resource version referenced (%d) did not match current version"}""".formatted(version)), late.json());
        assertThat(metadata.world().api().graphql("{ untracked { id } }").has("data"))
                .isTrue();
    }

    @Test
    @DisplayName("CTY-01, ARL-15: set_custom_types replaces all custom types, with the relationships they had")
    void custom_types_are_replaced_as_a_whole() {
        var joined = "{ act { author { name } } }";
        metadata.world().handler().answering(request -> StubHandler.Answer.json(200, "{\"id\": 1}"));
        var all = """
                {"scalars": [{"name": "Money"}],
                 "enums": [{"name": "Mood", "values": [{"value": "GOOD"}]}],
                 "input_objects": [{"name": "In", "fields": [{"name": "a", "type": "Int"}]}],
                 "objects": [{"name": "Out",
                   "fields": [{"name": "id", "type": "Int!"}, {"name": "cost", "type": "Money"}, {"name": "mood", "type": "Mood"}],
                   "relationships": [{"name": "author", "type": "object", "source": "default",
                     "remote_table": {"schema": "public", "name": "author"}, "field_mapping": {"id": "id"}}]}]}""";
        types(all);
        Answers.assertSame(Json.read(all), metadata.export().get("custom_types"));
        answers(joined, "{\"data\": {\"act\": {\"author\": {\"name\": \"Ann\"}}}}");
        answers("{ __type(name: \"Mood\") { name } }", "{\"data\": {\"__type\": {\"name\": \"Mood\"}}}");

        var fewer = """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}, {"name": "more", "type": "String"}]}]}""";
        types(fewer);
        Answers.assertSame(Json.read(fewer), metadata.export().get("custom_types"));
        answers(joined, """
                {"errors": [{"message": "field 'author' not found in type: 'Out'", "extensions": {"path":
                  "$.selectionSet.act.selectionSet.author", "code": "validation-failed"}}]}""");
        answers("{ __type(name: \"Mood\") { name } }", "{\"data\": {\"__type\": null}}");
    }

    private void types(String types) {
        MetadataWorld.success(metadata.api().metadata("set_custom_types", types));
    }

    private void answers(String query, String answer) {
        Answers.assertSame(Json.read(answer), metadata.api().graphql(query));
    }

    @Test
    @DisplayName("ACT-02, ACT-14: update_action, drop_action, create_action_permission and drop_action_permission")
    void update_action_changes_and_drop_action_removes() {
        MetadataWorld.success(metadata.world().api().metadata("update_action", """
                {"name": "act", "definition": {"handler": "{{HANDLER_URL}}/other", "type": "query", "output_type": "String"}}"""));
        metadata.world().handler().answering(request -> StubHandler.Answer.json(200, "\"" + request.path() + "\""));
        Answers.assertSame(
                Json.read("{\"data\": {\"act\": \"/other\"}}"),
                metadata.world().api().graphql("{ act }"));
        var permission = "{\"action\": \"act\", \"role\": \"caller\"}";
        var caller = metadata.api().as("caller");
        assertThat(caller.graphql("{ act }").has("data")).isFalse();
        MetadataWorld.success(metadata.api().metadata("create_action_permission", permission));
        Answers.assertSame(Json.read("{\"data\": {\"act\": \"/other\"}}"), caller.graphql("{ act }"));
        MetadataWorld.success(metadata.api().metadata("drop_action_permission", permission));
        assertThat(caller.graphql("{ act }").has("data")).isFalse();
        MetadataWorld.success(metadata.world().api().metadata("drop_action", "{\"name\": \"act\"}"));
        assertThat(metadata.export().has("actions")).isFalse();
    }
}
