package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ObjectNode;

/** Bad input to the metadata API: a clear error, and the old metadata still in force. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedMetadataTest {
    @RegisterExtension
    final MetadataWorld metadata = new MetadataWorld();

    @Test
    void commands_that_cannot_be_understood() {
        metadata.refused("no_such_command", "{}", "parse-failed", "$");
        metadata.refused("pg_track_table", "{\"source\": \"default\"}", "parse-failed", "$.args");
        metadata.refused("pg_track_table", "{\"source\": \"default\", \"table\": 7}", "parse-failed", "$.args.table");
        metadata.refused(
                "create_action",
                "{\"name\": \"no name\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"String\"}}",
                "parse-failed",
                "$.args.name");
        metadata.refused(
                "create_action",
                "{\"name\": \"x\", \"definition\": {\"output_type\": \"String\"}}",
                "parse-failed",
                "$.args.definition");
    }

    @Test
    void tables_that_are_not_there() {
        metadata.refused(
                "pg_track_table",
                "{\"source\": \"default\", \"table\": \"nowhere\"}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: no such table/view exists in source: \"nowhere\"");
        metadata.refused(
                "pg_track_table",
                "{\"source\": \"other\", \"table\": \"author\"}",
                "not-exists",
                "$.args",
                "source with name \"other\" does not exist");
        metadata.refused(
                "pg_track_table",
                "{\"source\": \"default\", \"table\": \"author\"}",
                "already-tracked",
                "$.args",
                "view/table already tracked: \"author\"");
        metadata.refused(
                "pg_untrack_table",
                "{\"source\": \"default\", \"table\": \"untracked\"}",
                "already-untracked",
                "$.args",
                "view/table already untracked: \"untracked\"");
    }

    @Test
    void a_table_others_depend_on_needs_cascade() {
        metadata.refused(
                "pg_untrack_table", "{\"source\": \"default\", \"table\": \"author\"}", "dependency-error", "$.args");
        MetadataWorld.success(metadata.world()
                .api()
                .metadata("pg_untrack_table", "{\"source\": \"default\", \"table\": \"author\", \"cascade\": true}"));
    }

    @Test
    void relationships_that_cannot_be() {
        metadata.refused("pg_create_object_relationship", """
                {"source": "default", "table": "article", "name": "writer", "using": {"foreign_key_constraint_on": "nothing"}}""", "invalid-configuration", "$.args");
        metadata.refused("pg_create_object_relationship", """
                {"source": "default", "table": "article", "name": "title", "using": {"foreign_key_constraint_on": "author_id"}}""", "already-exists", "$.args");
        metadata.refused(
                "pg_create_array_relationship", """
                {"source": "default", "table": "author", "name": "articles", "using": {"manual_configuration": {"remote_table": "nowhere", "column_mapping": {"id": "author_id"}}}}""",
                "invalid-configuration", "$.args");
        metadata.refused(
                "pg_create_array_relationship", """
                {"source": "default", "table": "author", "name": "articles", "using": {"manual_configuration": {"remote_table": "article", "column_mapping": {"id": "nothing"}}}}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void permissions_that_cannot_be() {
        metadata.refused("pg_create_select_permission", """
                {"source": "default", "table": "author", "role": "user", "permission": {"columns": ["id"], "filter": {}}}""", "already-exists", "$.args");
        metadata.refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["nothing"], "filter": {}}}""", "invalid-configuration", "$.args");
        metadata.refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["id"], "filter": {"nothing": {"_eq": 1}}}}""", "invalid-configuration", "$.args");
        metadata.refused("pg_create_select_permission", """
                {"source": "default", "table": "article", "role": "user", "permission": {"columns": ["id"], "filter": {"id": {"_almost": 1}}}}""", "invalid-configuration", "$.args");
        metadata.refused(
                "pg_drop_select_permission",
                "{\"source\": \"default\", \"table\": \"article\", \"role\": \"user\"}",
                "permission-denied",
                "$.args");
    }

    @Test
    void actions_and_types_that_cannot_be() {
        metadata.refused(
                "create_action",
                "{\"name\": \"act\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Out\"}}",
                "already-exists",
                "$.args",
                "action with name \"act\" already exists");
        metadata.refused(
                "create_action",
                "{\"name\": \"other\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Nothing\"}}",
                "invalid-configuration",
                "$.args");
        metadata.refused(
                "create_action",
                        "{\"name\": \"other\", \"definition\": {\"handler\": \"http://x\", \"output_type\": \"Out\", \"arguments\": [{\"name\": \"a\", \"type\": \"Nothing\"}]}}",
                "invalid-configuration", "$.args");
        metadata.refused(
                "create_action",
                "{\"name\": \"other\", \"definition\": {\"handler\": \"{{NOT_SET}}/x\", \"output_type\": \"Out\"}}",
                "invalid-configuration",
                "$.args");
        metadata.refused(
                "create_action_permission", "{\"action\": \"nothing\", \"role\": \"user\"}", "not-exists", "$.args");
        metadata.refused("set_custom_types", "{\"objects\": []}", "unexpected", "$.args");
        metadata.refused(
                "set_custom_types",
                "{\"objects\": [{\"name\": \"Out\", \"fields\": []}]}",
                "invalid-configuration",
                "$.args");
        metadata.refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}], "relationships": [{"name": "author", "type": "object", "remote_table": "nowhere", "field_mapping": {"id": "id"}}]}]}""",
                "invalid-configuration", "$.args");
        metadata.refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "ids", "type": "[[Int!]]"}], "relationships": [{"name": "author", "type": "object", "remote_table": "author", "field_mapping": {"ids": "id"}}]}]}""",
                "invalid-configuration", "$.args");
        metadata.refused(
                "set_custom_types", """
                {"objects": [{"name": "Out", "fields": [{"name": "id", "type": "Int!"}]}, {"name": "Out", "fields": [{"name": "id", "type": "Int!"}]}]}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void an_action_whose_name_is_taken_by_a_table() {
        metadata.refused(
                "create_action",
                "{\"name\": \"author\", \"definition\": {\"handler\": \"http://x\", \"type\": \"query\", \"output_type\": \"Out\"}}",
                "invalid-configuration",
                "$.args");
    }

    @Test
    void remote_schemas_that_cannot_be() {
        metadata.refused(
                "add_remote_schema",
                "{\"name\": \"auth0\", \"definition\": {\"url\": \"http://127.0.0.1:1/\"}}",
                "already-exists",
                "$.args");
        metadata.refused(
                "add_remote_schema",
                "{\"name\": \"gone\", \"definition\": {\"url\": \"http://127.0.0.1:1/\"}}",
                "invalid-configuration",
                "$.args");
        metadata.refused(
                "add_remote_schema",
                "{\"name\": \"handler\", \"definition\": {\"url\": \"{{HANDLER_URL}}\"}}",
                "invalid-configuration",
                "$.args");
        metadata.refused(
                "add_remote_schema",
                "{\"name\": \"gone\", \"definition\": {\"url_from_env\": \"NOT_SET\"}}",
                "invalid-configuration",
                "$.args");
        metadata.refused("remove_remote_schema", "{\"name\": \"nothing\"}", "not-exists", "$.args");
        metadata.refused(
                "pg_create_remote_relationship", """
                {"source": "default", "table": "author", "name": "profile", "definition": {"to_remote_schema": {"remote_schema": "auth0", "lhs_fields": ["nothing"], "remote_field": {"auth0_profile": {"arguments": {"auth0_id": "$nothing"}}}}}}""",
                "invalid-configuration", "$.args");
        metadata.refused(
                "pg_create_remote_relationship", """
                {"source": "default", "table": "author", "name": "profile", "definition": {"to_remote_schema": {"remote_schema": "auth0", "lhs_fields": ["name"], "remote_field": {"nothing": {"arguments": {"auth0_id": "$name"}}}}}}""",
                "invalid-configuration", "$.args");
    }

    @Test
    void a_remote_schema_with_a_root_field_that_is_taken() {
        metadata.world()
                .api()
                .metadata(
                        "pg_track_table",
                        "{\"source\": \"default\", \"table\": \"untracked\", \"configuration\": {\"custom_root_fields\": {\"select\": \"book\"}}}");
        var before = metadata.export();
        var reply = metadata.world()
                .api()
                .tryMetadata(
                        "add_remote_schema",
                        "{\"name\": \"library\", \"definition\": {\"url_from_env\": \"LIBRARY_URL\"}}");
        assertThat(reply.status()).isBetween(400, 500);
        assertThat(metadata.export()).isEqualTo(before);
    }

    @Test
    void broken_metadata_is_refused_as_a_whole() {
        var broken = (ObjectNode) metadata.base().deepCopy();
        ((ObjectNode) broken.at("/actions/0/definition")).put("output_type", "Nothing");
        var reply = metadata.world().api().tryMetadata("replace_metadata", Json.write(broken));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("unexpected");
        assertThat(reply.json().get("error").asString()).isEqualTo("cannot continue due to inconsistent metadata");
        assertThat(metadata.export()).isEqualTo(metadata.base());
    }

    @Test
    void broken_metadata_is_taken_when_allowed_and_can_be_cleaned() {
        var broken = (ObjectNode) metadata.base().deepCopy();
        ((ObjectNode) broken.at("/actions/0/definition")).put("output_type", "Nothing");
        var args = Json.object().put("allow_inconsistent_metadata", true);
        args.set("metadata", broken);
        var command = Json.object().put("type", "replace_metadata").put("version", 2);
        command.set("args", args);

        var answer = metadata.world().api().succeed("/v1/metadata", command);

        assertThat(answer.get("is_consistent").asBoolean()).isFalse();
        var inconsistent = metadata.world().api().metadata("get_inconsistent_metadata", "{}");
        assertThat(inconsistent.get("is_consistent").asBoolean()).isFalse();
        assertThat(inconsistent.at("/inconsistent_objects/0/type").asString()).isEqualTo("action");
        assertThat(inconsistent.at("/inconsistent_objects/0/name").asString()).isEqualTo("action act");
        assertThat(inconsistent.at("/inconsistent_objects/0/reason").asString()).contains("Nothing");
        Answers.assertSame(
                Json.read("{\"data\": {\"author\": [{\"name\": \"Ann\"}]}}"),
                metadata.world().api().graphql("{ author { name } }"));

        MetadataWorld.success(metadata.world().api().metadata("drop_inconsistent_metadata", "{}"));

        Answers.assertSame(
                Json.read("{\"is_consistent\": true, \"inconsistent_objects\": []}"),
                metadata.world().api().metadata("get_inconsistent_metadata", "{}"));
        assertThat(metadata.export().has("actions")).isFalse();
    }

    @Test
    void sql_that_would_break_the_metadata_is_rolled_back() {
        var reply = metadata.world().api().post("/v2/query", Json.read("""
                {"type": "run_sql", "args": {"source": "default", "sql": "alter table author drop column id cascade"}}"""));
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("dependency-error");
        assertThat(metadata.export()).isEqualTo(metadata.base());
        assertThat(metadata.world().sql().one("select count(id) from author")).isEqualTo("1");
    }

    @Test
    void sql_with_an_error_says_where() {
        var reply = metadata.world()
                .api()
                .post(
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
        var reply = metadata.world().api().as("user").tryMetadata("export_metadata", "{}");
        assertThat(reply.status()).isEqualTo(400);
        Answers.assertSame(
                Json.read(
                        "{\"path\": \"$.args\", \"error\": \"restricted access : admin only\", \"code\": \"access-denied\"}"),
                reply.json());
    }

    @Test
    void a_body_that_is_no_json() {
        var reply = metadata.world().api().send("POST", "/v1/metadata", "nonsense");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().get("code").asString()).isEqualTo("invalid-json");
    }
}
