package dev.dovetail.command;

import static dev.dovetail.command.Admin.json;
import static dev.dovetail.command.Admin.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import dev.dovetail.session.Session;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CommandsTest {
    private final Fakes world = new Fakes();
    private final Admin admin = new Admin(world);

    @Test
    void tracksRelatesAndPermits() {
        admin.setUp();
        assertThat(world.version).isEqualTo(6);
        var snapshot = world.snapshots.current();
        assertThat(snapshot.version()).isEqualTo(6);
        assertThat(snapshot.model().inconsistencies()).isEmpty();
        assertThat(snapshot.model().sources().get(SourceName.DEFAULT).tables()).hasSize(2);
        assertThat(world.stored.path("sources").path(0).path("tables")).hasSize(2);
    }

    @Test
    void refusesWhatMakesNoSense() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        admin.refuses(
                "pg_track_table",
                "{'table': 'users'}",
                "already-tracked",
                "$.args",
                "view/table already tracked: \"users\"");
        admin.refuses(
                "pg_track_table",
                "{'table': 'nothing'}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: no such table/view exists in source: \"nothing\"");
        admin.refuses("pg_track_table", "{}", "parse-failed", "$.args", "key \"name\" not found");
        admin.refuses(
                "pg_track_table",
                "{'source': 'x', 'table': 'users'}",
                "not-exists",
                "$.args",
                "source with name \"x\" does not exist");
        admin.refuses(
                "pg_untrack_table",
                "{'table': 'posts'}",
                "already-untracked",
                "$.args",
                "view/table already untracked: \"posts\"");
        admin.refuses(
                "pg_create_object_relationship",
                "{'table': 'posts', 'name': 'a', 'using': {'foreign_key_constraint_on': 'author_id'}}",
                "not-exists",
                "$.args",
                "table \"posts\" does not exist in source: default");
        admin.refuses(
                "pg_create_object_relationship",
                "{'table': 'users', 'name': 'name', 'using': {'foreign_key_constraint_on': 'kind_id'}}",
                "already-exists",
                "$.args",
                "field with name \"name\" already exists in table \"users\"");
        admin.refuses(
                "pg_create_object_relationship",
                "{'table': 'users', 'name': 'kind', 'using': {}}",
                "parse-failed",
                "$.args.using",
                "atleast one of foreign_key_constraint_on/manual_configuration should be present");
        admin.refuses(
                "pg_drop_select_permission",
                "{'table': 'users', 'role': 'user'}",
                "permission-denied",
                "$.args",
                "select permission on \"users\" for role \"user\" does not exist");
        admin.refuses(
                "pg_create_select_permission",
                "{'table': 'users', 'role': 'admin', 'permission': {'columns': '*', 'filter': {}}}",
                "already-exists",
                "$.args",
                "select permission already defined on table \"users\" with role \"admin\"");
        admin.refuses("drop_action", "{'name': 'a'}", "not-exists", "$.args", "action with name \"a\" does not exist");
        admin.refuses("remove_remote_schema", "{'name': 'a'}", "not-exists", "$.args", "no such remote schema");
        admin.refuses(
                "pg_drop_source", "{'name': 'a'}", "not-exists", "$.args", "source with name \"a\" does not exist");
        admin.refuses(
                "pg_add_source",
                "{'name': 'default', 'configuration': {'connection_info': {'database_url': 'x'}}}",
                "already-exists",
                "$.args",
                "source with name \"default\" already exists");
        admin.refuses(
                "bananas",
                "{}",
                "parse-failed",
                "$",
                "unknown metadata command \"bananas\"; \"bananas\" was not recognized as a valid backend name");
        admin.refuses(
                "pg_bananas", "{}", "parse-failed", "$", "unknown metadata command \"bananas\" for backend postgres");
        admin.refuses(
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
        admin.setUp();
        admin.refuses(
                "pg_drop_relationship",
                "{'table': 'posts', 'relationship': 'author'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: permission posts.user.select in source \"default\"");
        admin.refuses(
                "pg_untrack_table",
                "{'table': 'posts'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: relationship users.posts in source \"default\"");
        admin.ok("pg_untrack_table", "{'table': 'users', 'cascade': true}");
        var posts = world.stored.path("sources").path(0).path("tables");
        assertThat(Json.write(posts)).isEqualTo("[{\"table\":{\"name\":\"posts\",\"schema\":\"public\"}}]");
    }

    @Test
    void renamesARelationshipWithTheFiltersThatUseIt() {
        admin.setUp();
        admin.ok("pg_rename_relationship", "{'table': 'posts', 'name': 'author', 'new_name': 'writer'}");
        assertThat(Json.write(world.stored)).contains("{\"writer\":{\"id\":").doesNotContain("\"author\"");
        admin.refuses(
                "pg_rename_relationship",
                "{'table': 'posts', 'name': 'writer', 'new_name': 'author_id'}",
                "already-exists",
                "$.args",
                "cannot rename relationship \"writer\" to \"author_id\" in table \"posts\" as a column/relationship"
                        + " with the name already exists");
        admin.refuses(
                "pg_rename_relationship",
                "{'table': 'posts', 'name': 'author', 'new_name': 'x'}",
                "not-exists",
                "$.args",
                "relationship \"author\" does not exist");
    }

    @Test
    void refusesARemoteSchemaThatDoesNotAnswerAndAsksNoOtherAgain() {
        admin.refuses(
                "add_remote_schema",
                "{'name': 'r', 'definition': {'url': 'http://localhost:1/graphql'}}",
                "invalid-configuration",
                "$.args",
                "Inconsistent object: HTTP exception occurred");
        world.remotes.put(new RemoteSchemaName("r"), introspection());
        admin.ok("add_remote_schema", "{'name': 'r', 'definition': {'url': 'http://localhost:1/graphql'}}");
        world.log.clear();
        admin.ok("pg_track_table", "{'table': 'users'}");
        assertThat(world.log).doesNotContain("introspect r");
        assertThat(world.metadata(json("{'type': 'introspect_remote_schema', 'args': {'name': 'r'}}")))
                .isEqualTo(introspection());
        admin.ok(
                "pg_create_remote_relationship",
                "{'table': 'users', 'name': 'other', 'remote_schema': 'r', 'hasura_fields': ['id'], "
                        + "'remote_field': {'hello': {'arguments': {}}}}");
        admin.refuses(
                "remove_remote_schema",
                "{'name': 'r'}",
                "dependency-error",
                "$.args",
                "cannot drop due to the following dependent objects: "
                        + "remote relationship users.other in source \"default\"");
    }

    @Test
    void setsTypesAndActions() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        admin.ok(
                "set_custom_types",
                "{'objects': [{'name': 'UserOutput', 'fields': [{'name': 'id', 'type': 'Int!'}], 'relationships': "
                        + "[{'name': 'user', 'type': 'object', 'remote_table': 'users', 'field_mapping': {'id': 'id'}}]}]}");
        admin.ok(
                "create_action",
                "{'name': 'createUser', 'definition': {'handler': 'http://localhost/x', 'output_type': 'UserOutput', "
                        + "'arguments': [{'name': 'name', 'type': 'String!'}]}}");
        admin.ok("create_action_permission", "{'action': 'createUser', 'role': 'user'}");
        admin.refuses(
                "create_action_permission",
                "{'action': 'createUser', 'role': 'user'}",
                "already-exists",
                "$.args",
                "permission for role \"user\" is already defined on \"createUser\"");
        admin.refuses(
                "create_action",
                "{'name': 'createUser', 'definition': {'handler': 'http://localhost/x', 'output_type': 'UserOutput'}}",
                "already-exists",
                "$.args",
                "action with name \"createUser\" already exists");
        admin.refuses(
                "create_action",
                "{'name': 'create User', 'definition': {}}",
                "parse-failed",
                "$.args.name",
                "\"create User\" is not a valid GraphQL name");
        admin.ok("drop_action", "{'name': 'createUser'}");
    }

    @Test
    void keepsEventTriggersAndSaysThatTheyAreNotServed() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        var answer = world.metadata(Admin.body(
                "pg_create_event_trigger",
                "{'table': 'users', 'name': 't', 'webhook': 'http://localhost/x', 'insert': {'columns': '*'}}"));
        assertThat(answer.path("message").asString("")).isEqualTo("success");
        assertThat(answer.path("warnings")).hasSize(1);
        assertThat(Json.write(world.stored.at("/sources/0/tables/0/event_triggers")))
                .isEqualTo("[{\"name\":\"t\",\"definition\":{\"insert\":{\"columns\":\"*\"},\"enable_manual\":false},"
                        + "\"retry_conf\":{\"interval_sec\":10,\"num_retries\":0,\"timeout_sec\":60},"
                        + "\"webhook\":\"http://localhost/x\"}]");
        admin.ok("pg_delete_event_trigger", "{'name': 't'}");
    }

    @Test
    void keepsCollectionsAndAllowlist() {
        admin.ok(
                "create_query_collection",
                "{'name': 'c', 'definition': {'queries': [{'name': 'q', 'query': 'query { users { id } }'}]}}");
        world.metadata(Admin.body("add_collection_to_allowlist", "{'collection': 'c'}"));
        admin.refuses(
                "drop_query_collection",
                "{'collection': 'c', 'cascade': false}",
                "dependency-error",
                "$.args.collection",
                "query collection with name \"c\" is present in the allowlist; cannot proceed to drop. please use"
                        + " cascade to confirm you wish to drop it from the allowlist as well");
        admin.refuses(
                "add_collection_to_allowlist",
                "{'collection': 'd'}",
                "not-exists",
                "$.args.collection",
                "query collection with name \"d\" does not exist");
        admin.ok("drop_query_collection", "{'collection': 'c', 'cascade': true}");
        admin.refuses(
                "drop_collection_from_allowlist",
                "{'collection': 'c'}",
                "not-exists",
                "$.args.collection",
                "query collection with name \"c\" does not exist");
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
    void aTableThatIsNoEnumIsRefusedWithAllReasons() {
        admin.ok("pg_track_table", "{'table': 'users'}");
        admin.refuses(
                "pg_set_table_is_enum", "{'table': 'users', 'is_enum': true}", "invalid-configuration", "$.args", """
                Inconsistent object: the table "users" cannot be used as an enum for the following reasons:
                  • the table’s primary key ("id") must have type "text", not type "integer"
                  • the table must have exactly one primary key and optionally one comment column, not 3 columns \
                (id, kind_id, name)
                """);
    }
}
