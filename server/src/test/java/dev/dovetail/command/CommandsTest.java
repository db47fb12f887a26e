package dev.dovetail.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.json.Json;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.session.Session;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommandsTest {
    private static final String SUCCESS = "{\"message\":\"success\"}";
    private final Fakes world = new Fakes();

    @Test
    void tracksRelatesAndPermits() {
        ok("pg_track_table", "{'table': 'users'}");
        ok("postgres_track_table", "{'source': 'default', 'table': {'schema': 'public', 'name': 'posts'}}");
        ok(
                "pg_create_object_relationship",
                "{'table': 'posts', 'name': 'author', 'using': {'foreign_key_constraint_on': 'author_id'}}");
        ok(
                "pg_create_array_relationship",
                "{'table': 'users', 'name': 'posts', 'using': {'foreign_key_constraint_on': "
                        + "{'table': 'posts', 'column': 'author_id'}}}");
        ok(
                "pg_create_select_permission",
                "{'table': 'posts', 'role': 'user', 'permission': {'columns': '*', 'filter': "
                        + "{'author': {'id': {'_eq': 'X-Hasura-User-Id'}}}}}");
        assertThat(world.version).isEqualTo(6);
        var snapshot = world.snapshots.current();
        assertThat(snapshot.version()).isEqualTo(6);
        assertThat(snapshot.model().inconsistencies()).isEmpty();
        assertThat(snapshot.model().sources().get(SourceName.DEFAULT).tables()).hasSize(2);
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(2);
    }

    @Test
    void refusesWhatMakesNoSense() {
        ok("pg_track_table", "{'table': 'users'}");
        refuses(
                "pg_track_table",
                "{'table': 'users'}",
                "already-tracked",
                "$.args",
                "view/table already tracked: \"users\"");
        refuses(
                "pg_track_table",
                "{'table': 'nothing'}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: no such table/view exists in source: \"nothing\"");
        refuses("pg_track_table", "{}", "parse-failed", "$.args", "key \"name\" not found");
        refuses(
                "pg_track_table",
                "{'source': 'x', 'table': 'users'}",
                "not-exists",
                "$.args",
                "source with name \"x\" does not exist");
        refuses(
                "pg_untrack_table",
                "{'table': 'posts'}",
                "already-untracked",
                "$.args",
                "view/table already untracked: \"posts\"");
        refuses(
                "pg_create_object_relationship",
                "{'table': 'posts', 'name': 'a', 'using': {'foreign_key_constraint_on': 'author_id'}}",
                "not-exists",
                "$.args",
                "table \"posts\" does not exist in source: default");
        refuses(
                "pg_create_object_relationship",
                "{'table': 'users', 'name': 'name', 'using': {'foreign_key_constraint_on': 'kind_id'}}",
                "already-exists",
                "$.args",
                "field with name \"name\" already exists in table \"users\"");
        refuses(
                "pg_create_object_relationship",
                "{'table': 'users', 'name': 'kind', 'using': {}}",
                "parse-failed",
                "$.args.using",
                "atleast one of foreign_key_constraint_on/manual_configuration should be present");
        refuses(
                "pg_drop_select_permission",
                "{'table': 'users', 'role': 'user'}",
                "permission-denied",
                "$.args",
                "select permission on \"users\" for role \"user\" does not exist");
        refuses(
                "pg_create_select_permission",
                "{'table': 'users', 'role': 'admin', 'permission': {'columns': '*', 'filter': {}}}",
                "already-exists",
                "$.args",
                "select permission already defined on table \"users\" with role \"admin\"");
        refuses("drop_action", "{'name': 'a'}", "not-exists", "$.args", "action with name \"a\" does not exist");
        refuses("remove_remote_schema", "{'name': 'a'}", "not-exists", "$.args", "no such remote schema");
        refuses("pg_drop_source", "{'name': 'a'}", "not-exists", "$.args", "source with name \"a\" does not exist");
        refuses(
                "pg_add_source",
                "{'name': 'default', 'configuration': {'connection_info': {'database_url': 'x'}}}",
                "already-exists",
                "$.args",
                "source with name \"default\" already exists");
        refuses(
                "bananas",
                "{}",
                "parse-failed",
                "$",
                "unknown metadata command \"bananas\"; \"bananas\" was not recognized as a valid backend name");
        refuses("pg_bananas", "{}", "parse-failed", "$", "unknown metadata command \"bananas\" for backend postgres");
        refuses(
                "drop_inherited_role",
                "{'role_name': 'a'}",
                "not-exists",
                "$.args",
                "\"a\" inherited role doesn't exist");
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    void letsOnlyAdministratorsIn() {
        var user = Session.of(new RoleName("user"), Map.of());
        var refusal = catchThrowableOfType(
                ApiException.class, () -> world.handleAs(user, "{\"type\": \"clear_metadata\", \"args\": {}}"));
        assertThat(text(refusal)).isEqualTo("access-denied $.args restricted access : admin only");
    }

    @Test
    void dropsOnlyWhatNothingDependsOnUnlessItCascades() {
        tracksRelatesAndPermits();
        refuses(
                "pg_drop_relationship",
                "{'table': 'posts', 'relationship': 'author'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: permission posts.user.select in source \"default\"");
        refuses(
                "pg_untrack_table",
                "{'table': 'posts'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: relationship users.posts in source \"default\"");
        ok("pg_untrack_table", "{'table': 'users', 'cascade': true}");
        var posts = world.stored.path("sources").path(0).path("tables");
        assertThat(Json.write(posts)).isEqualTo("[{\"table\":{\"name\":\"posts\",\"schema\":\"public\"}}]");
    }

    @Test
    void aBulkIsBuiltAndSavedOnce() {
        world.changes.start();
        world.log.clear();
        var answer =
                world.metadata(json("{'type': 'bulk', 'args': [{'type': 'pg_track_table', 'args': {'table': 'users'}}, "
                        + "{'type': 'pg_track_table', 'args': {'table': 'posts'}}]}"));
        assertThat(Json.write(answer)).isEqualTo("[" + SUCCESS + "," + SUCCESS + "]");
        assertThat(world.log).containsExactly("read default", "save");
    }

    @Test
    void aBulkThatFailsNamesTheCommandToBlameAndChangesNothing() {
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.metadata(
                        json("{'type': 'bulk', 'args': [{'type': 'pg_track_table', 'args': {'table': 'users'}}, "
                                + "{'type': 'pg_track_table', 'args': {'table': 'x'}}]}")));
        assertThat(text(refusal))
                .isEqualTo("invalid-configuration $.args[1].args "
                        + "Inconsistent object: no such table/view exists in source: \"x\"");
        assertThat(world.version).isEqualTo(1);
        assertThat(world.snapshots
                        .current()
                        .model()
                        .sources()
                        .get(SourceName.DEFAULT)
                        .tables())
                .isEmpty();
    }

    @Test
    void keepsGoingWhenAsked() {
        var answer = world.metadata(
                json("{'type': 'bulk_keep_going', 'args': [{'type': 'pg_track_table', 'args': {'table': 'x'}}, "
                        + "{'type': 'pg_track_table', 'args': {'table': 'users'}}]}"));
        assertThat(answer.path(0).path("code").asString("")).isEqualTo("invalid-configuration");
        assertThat(Json.write(answer.path(1))).isEqualTo(SUCCESS);
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    void tracksTheTablesThatCanBe() {
        var answer = world.metadata(
                json("{'type': 'pg_track_tables', 'args': {'tables': [{'table': 'x'}, {'table': 'users'}]}}"));
        assertThat(Json.write(answer))
                .isEqualTo("{\"message\":\"success\",\"warnings\":[{\"code\":\"track-table-failed\",\"message\":"
                        + "\"Inconsistent object: no such table/view exists in source: \\\"x\\\"\","
                        + "\"name\":\"table x in source default\",\"type\":\"table\"}]}");
        refuses(
                "pg_track_tables",
                "{'tables': [{'table': 'users'}]}",
                "invalid-configuration",
                "$.args",
                "all tables failed to track");
    }

    @Test
    void locksOptimistically() {
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.metadata(
                        json("{'type': 'pg_track_table', 'args': {'table': 'users'}, 'resource_version': 7}")));
        assertThat(text(refusal))
                .isEqualTo("conflict $ metadata resource version referenced (7) did not match current version");
        world.metadata(json("{'type': 'pg_track_table', 'args': {'table': 'users'}, 'resource_version': 1}"));
        assertThat(world.version).isEqualTo(2);
    }

    @Test
    void takesOverWhatAnotherInstanceSaved() {
        ok("pg_track_table", "{'table': 'users'}");
        world.stored = Json.read(Json.write(world.stored).replace("users", "posts"));
        world.version = 9;
        var exported = world.metadata(json("{'type': 'export_metadata', 'version': 2, 'args': {}}"));
        assertThat(exported.path("resource_version").intValue()).isEqualTo(9);
        assertThat(Json.write(exported)).contains("posts").doesNotContain("users");
    }

    @Test
    void replacesAndClears() {
        var tracked = Json.write(world.stored).replace("\"tables\":[]", "\"tables\":[{\"table\":\"users\"}]");
        var answer = world.metadata("{\"type\":\"replace_metadata\",\"args\":" + tracked + "}");
        assertThat(Json.write(answer)).isEqualTo(SUCCESS);
        var broken = tracked.replace("users", "gone");
        refuses("replace_metadata", broken, "unexpected", "$.args", "cannot continue due to inconsistent metadata");
        var allowed = world.metadata("{\"type\":\"replace_metadata\",\"version\":2,\"args\":"
                + "{\"allow_inconsistent_metadata\":true,\"metadata\":" + broken + "}}");
        assertThat(allowed.path("is_consistent").booleanValue()).isFalse();
        assertThat(Json.write(allowed.path("inconsistent_objects").path(0)))
                .isEqualTo("{\"definition\":{\"schema\":\"public\",\"name\":\"gone\"},"
                        + "\"name\":\"table gone in source default\",\"reason\":\"Inconsistent object: "
                        + "no such table/view exists in source: \\\"gone\\\"\",\"type\":\"table\"}");
        assertThat(world.metadata(json("{'type': 'get_inconsistent_metadata', 'args': {}}"))
                        .path("inconsistent_objects"))
                .hasSize(1);
        ok("drop_inconsistent_metadata", "{}");
        assertThat(Json.write(world.stored)).doesNotContain("gone");
        ok("pg_track_table", "{'table': 'users'}");
        ok("clear_metadata", "{}");
        assertThat(world.stored.path("sources").path(0).path("tables")).isEmpty();
    }

    @Test
    void takesMetadataWithoutSources() {
        var answer = world.metadata(json("{'type': 'replace_metadata', 'args': {'version': 2, 'tables': "
                + "[{'table': {'schema': 'public', 'name': 'users'}}]}}"));
        assertThat(Json.write(answer)).isEqualTo(SUCCESS);
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(1);
    }

    @Test
    void anotherFaultStandsInNobodysWay() {
        ok("pg_track_table", "{'table': 'users'}");
        world.databases.getOrDefault(SourceName.DEFAULT, Map.of()).remove(TableName.inPublic("users"));
        var reloaded = world.metadata(json("{'type': 'reload_metadata', 'args': {}}"));
        assertThat(reloaded.path("is_consistent").booleanValue()).isFalse();
        ok("pg_track_table", "{'table': 'posts'}");
    }

    @Test
    void sqlThatDropsLeavesNothingBehind() {
        tracksRelatesAndPermits();
        world.nextSql =
                () -> world.databases.getOrDefault(SourceName.DEFAULT, Map.of()).remove(TableName.inPublic("users"));
        var refusal = catchThrowableOfType(
                ApiException.class,
                () -> world.query(json("{'type': 'run_sql', 'args': {'sql': 'drop table users'}}")));
        assertThat(text(refusal))
                .isEqualTo("dependency-error $.args cannot drop due to the following dependent objects: "
                        + "permission posts.user.select in source \"default\", "
                        + "relationship posts.author in source \"default\"");
        var answer = world.query(json("{'type': 'run_sql', 'args': {'sql': 'drop table users', 'cascade': true}}"));
        assertThat(Json.write(answer)).isEqualTo("{\"result_type\":\"CommandOk\",\"result\":null}");
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(1);
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
    }

    @Test
    void sqlThatRenamesTakesTheMetadataAlong() {
        tracksRelatesAndPermits();
        world.nextSql = () -> world.rename("users", "people", Map.of("id", "key"));
        world.query(json("{'type': 'run_sql', 'args': {'sql': 'alter table users rename …'}}"));
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
        assertThat(Json.write(world.stored))
                .contains("{\"author\":{\"key\":{\"_eq\":\"X-Hasura-User-Id\"}}}")
                .contains("\"table\":{\"name\":\"people\"")
                .doesNotContain("users");
    }

    @Test
    void renamesARelationshipWithTheFiltersThatUseIt() {
        tracksRelatesAndPermits();
        ok("pg_rename_relationship", "{'table': 'posts', 'name': 'author', 'new_name': 'writer'}");
        assertThat(Json.write(world.stored)).contains("{\"writer\":{\"id\":").doesNotContain("\"author\"");
        refuses(
                "pg_rename_relationship",
                "{'table': 'posts', 'name': 'writer', 'new_name': 'author_id'}",
                "already-exists",
                "$.args",
                "cannot rename relationship \"writer\" to \"author_id\" in table \"posts\" as a column/relationship"
                        + " with the name already exists");
        refuses(
                "pg_rename_relationship",
                "{'table': 'posts', 'name': 'author', 'new_name': 'x'}",
                "not-exists",
                "$.args",
                "relationship \"author\" does not exist");
    }

    @Test
    void sqlAnswersRows() {
        world.nextRows = List.of(List.of("a", "b"), Arrays.asList("1", null));
        var answer = world.query(json("{'type': 'run_sql', 'args': {'sql': 'select', 'read_only': true}}"));
        assertThat(Json.write(answer))
                .isEqualTo("{\"result_type\":\"TuplesOk\",\"result\":[[\"a\",\"b\"],[\"1\",\"NULL\"]]}");
        assertThat(world.version).isEqualTo(1);
    }

    @Test
    void seesTablesCreatedByUncheckedSql() {
        world.changes.start();
        world.nextSql = () -> world.table("default", "fresh", "id");
        var answer = world.handle(
                MetadataApi.Endpoint.V1_QUERY,
                json("{'type': 'bulk', 'args': [{'type': 'run_sql', 'args': {'sql': 'create table fresh ()'}}, "
                        + "{'type': 'track_table', 'args': {'schema': 'public', 'name': 'fresh'}}]}"));
        assertThat(answer).hasSize(2);
        assertThat(world.snapshots
                        .current()
                        .model()
                        .sources()
                        .get(SourceName.DEFAULT)
                        .tables())
                .hasSize(1);
    }

    @Test
    void startsWithoutADatabaseAndHeals() {
        var database = world.databases.remove(SourceName.DEFAULT);
        world.changes.start();
        assertThat(world.snapshots.current().model().inconsistencies()).hasSize(1);
        world.changes.heal();
        assertThat(world.changes.isInconsistent()).isTrue();
        world.databases.put(SourceName.DEFAULT, database == null ? Map.of() : database);
        world.changes.heal();
        assertThat(world.changes.isInconsistent()).isFalse();
        assertThat(world.snapshots.current().model().inconsistencies()).isEmpty();
    }

    @Test
    void keepsServingAndWritesNothingWhileTheStoreIsDown() {
        ok("pg_track_table", "{'table': 'users'}");
        world.storeIsDown = true;
        refuses("pg_track_table", "{'table': 'posts'}", "unavailable", "$", "store is down");
        assertThat(world.snapshots.current().version()).isEqualTo(2);
        world.storeIsDown = false;
        ok("pg_track_table", "{'table': 'posts'}");
    }

    @Test
    void refusesARemoteSchemaThatDoesNotAnswerAndAsksNoOtherAgain() {
        refuses(
                "add_remote_schema",
                "{'name': 'r', 'definition': {'url': 'http://localhost:1/graphql'}}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: HTTP exception occurred");
        world.remotes.put(new RemoteSchemaName("r"), introspection());
        ok("add_remote_schema", "{'name': 'r', 'definition': {'url': 'http://localhost:1/graphql'}}");
        world.log.clear();
        ok("pg_track_table", "{'table': 'users'}");
        assertThat(world.log).doesNotContain("introspect r");
        assertThat(world.metadata(json("{'type': 'introspect_remote_schema', 'args': {'name': 'r'}}")))
                .isEqualTo(introspection());
        ok(
                "pg_create_remote_relationship",
                "{'table': 'users', 'name': 'other', 'remote_schema': 'r', 'hasura_fields': ['id'], "
                        + "'remote_field': {'hello': {'arguments': {}}}}");
        refuses(
                "remove_remote_schema",
                "{'name': 'r'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: "
                        + "remote relationship users.other in source \"default\"");
    }

    private static JsonNode introspection() {
        return Json.read("""
                {"data": {"__schema": {"queryType": {"name": "Query"}, "mutationType": null, "subscriptionType": null,
                  "directives": [], "types": [
                    {"kind": "OBJECT", "name": "Query", "description": null, "interfaces": [], "possibleTypes": null,
                     "enumValues": null, "inputFields": null, "fields": [
                       {"name": "hello", "description": null, "args": [], "isDeprecated": false,
                        "deprecationReason": null, "type": {"kind": "SCALAR", "name": "String", "ofType": null}}]},
                    {"kind": "SCALAR", "name": "String", "description": null, "fields": null, "interfaces": null,
                     "possibleTypes": null, "enumValues": null, "inputFields": null}]}}}
                """);
    }

    @Test
    void setsTypesAndActions() {
        ok("pg_track_table", "{'table': 'users'}");
        ok(
                "set_custom_types",
                "{'objects': [{'name': 'UserOutput', 'fields': [{'name': 'id', 'type': 'Int!'}], 'relationships': "
                        + "[{'name': 'user', 'type': 'object', 'remote_table': 'users', 'field_mapping': {'id': 'id'}}]}]}");
        ok(
                "create_action",
                "{'name': 'createUser', 'definition': {'handler': 'http://localhost/x', 'output_type': 'UserOutput', "
                        + "'arguments': [{'name': 'name', 'type': 'String!'}]}}");
        ok("create_action_permission", "{'action': 'createUser', 'role': 'user'}");
        refuses(
                "create_action_permission",
                "{'action': 'createUser', 'role': 'user'}",
                "already-exists",
                "$.args",
                "permission for role \"user\" is already defined on \"createUser\"");
        refuses(
                "create_action",
                "{'name': 'createUser', 'definition': {'handler': 'http://localhost/x', 'output_type': 'UserOutput'}}",
                "already-exists",
                "$.args",
                "action with name \"createUser\" already exists");
        refuses(
                "create_action",
                "{'name': 'create User', 'definition': {}}",
                "parse-failed",
                "$.args.name",
                "\"create User\" is not a valid GraphQL name");
        ok("drop_action", "{'name': 'createUser'}");
    }

    @Test
    void keepsCollectionsAndAllowlist() {
        ok(
                "create_query_collection",
                "{'name': 'c', 'definition': {'queries': [{'name': 'q', 'query': 'query { users { id } }'}]}}");
        ok("add_collection_to_allowlist", "{'collection': 'c'}");
        refuses(
                "drop_query_collection",
                "{'collection': 'c', 'cascade': false}",
                "dependency-error",
                "$.args.collection",
                "query collection with name \"c\" is present in the allowlist; cannot proceed to drop. please use"
                        + " cascade to confirm you wish to drop it from the allowlist as well");
        refuses(
                "add_collection_to_allowlist",
                "{'collection': 'd'}",
                "not-exists",
                "$.args.collection",
                "query collection with name \"d\" does not exist");
        ok("drop_query_collection", "{'collection': 'c', 'cascade': true}");
        refuses(
                "drop_collection_from_allowlist",
                "{'collection': 'c'}",
                "not-exists",
                "$.args.collection",
                "query collection with name \"c\" does not exist");
    }

    private void ok(String type, String args) {
        assertThat(Json.write(world.metadata(body(type, args)))).isEqualTo(SUCCESS);
    }

    private void refuses(String type, String args, String code, String path, String message) {
        var refusal = catchThrowableOfType(ApiException.class, () -> world.metadata(body(type, args)));
        assertThat(refusal).as(type + " " + args).isNotNull();
        assertThat(text(refusal)).isEqualTo(code + " " + path + " " + message);
    }

    private static String text(ApiException refusal) {
        return refusal.failure() instanceof Failure.Own own
                ? own.code().wire() + " " + own.path() + " " + own.message()
                : refusal.toString();
    }

    private static String body(String type, String args) {
        return "{\"type\":\"" + type + "\",\"args\":" + json(args) + "}";
    }

    private static String json(String singleQuoted) {
        return singleQuoted.replace('\'', '"');
    }
}
