package dev.dovetail.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import dev.dovetail.world.World;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each fault in the metadata is one inconsistency with its reason, and takes nothing else down. */
class ModelFaultsTest {
    private static final String TABLES = "/sources/0/tables";
    private static final String USERS = TABLES + "/1";
    private static final String POSTS = TABLES + "/2";
    private static final UnaryOperator<Surroundings> SAME = UnaryOperator.identity();

    @Test
    void theWorldIsConsistent() {
        assertThat(World.model().inconsistencies()).isEmpty();
    }

    /** At a place of the metadata a value is set (or added, to a list): what is wrong then. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /sources/0/tables | {"table": "gone"} | no such table/view exists in source: "gone"
            /sources/0/tables/3/table/name | "gone" | no such table/view exists in source: "gone"
            /sources/0/tables/2/configuration | {"column_config": {"body": {"custom_name": "title"}}} | the definitions of columns "title" and "body" are in conflict: they are mapped to the same field name, "title"
            /sources/0/tables/2/configuration | {"custom_root_fields": {"select": "users"}} | Encountered conflicting definitions in the selection set for 'query_root' for field 'users'
            /sources/0/tables/2/is_enum | true | cannot be used as an enum for the following reason
            /sources/0/tables/1/object_relationships | {"name": "name", "using": {"foreign_key_constraint_on": "manager_id"}} | field definition conflicts with postgres column
            /sources/0/tables/1/object_relationships | {"name": "x", "using": {"foreign_key_constraint_on": "name"}} | in table "users": in relationship "x": no foreign constraint exists on the given column "name" of table "users"
            /sources/0/tables/1/array_relationships | {"name": "x", "using": {"foreign_key_constraint_on": {"table": "gone", "column": "id"}}} | table "gone" does not exist in source: default
            /sources/0/tables/1/object_relationships | {"name": "x", "using": {"manual_configuration": {"remote_table": "posts", "column_mapping": {"nope": "id"}}}} | column "nope" of table "users" does not exist
            /sources/0/tables/1/object_relationships | {"name": "x", "using": {"manual_configuration": {"remote_table": "posts", "column_mapping": {"id": "nope"}}}} | column "nope" of table "posts" does not exist
            /sources/0/tables/1/object_relationships | {"name": "posts", "using": {"foreign_key_constraint_on": "manager_id"}} | in table "users": in relationship "posts": the field "posts" is defined more than once
            /sources/0/tables/1/remote_relationships/0/definition/to_remote_schema/remote_schema | "gone" | in table "users": in remote relationship "weather": remote schema with name "gone" not found
            /sources/0/tables/1/remote_relationships/0/definition/to_remote_schema/lhs_fields | "nope" | in remote relationship "weather": field with name "nope" is not provided by the lhs entity "users"
            /sources/0/tables/1/remote_relationships/0/definition/to_remote_schema/remote_field | {"nope": {"arguments": {}}} | field with name "nope" not found in type "Query" of remote schema "skies"
            /sources/0/tables/1/remote_relationships/0/definition/to_remote_schema/remote_field | {"weather": {"arguments": {"nope": 1}}} | the argument "nope" is not defined for the field "weather"
            /sources/0/tables/2/select_permissions/0/permission/columns | ["nope"] | in table "posts": in permission for role "user": no such column exists: "nope"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"nope": 1} | no such column exists: "nope"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"id": {"_nope": 1}} | unsupported operator "_nope" for column "id"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"id": {"_ceq": "nope"}} | no such column exists: "nope"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"author": 5} | expecting an object for a boolean expression, but found a number
            /sources/0/tables/2/select_permissions/0/permission/filter | {"_exists": {"_table": "gone", "_where": {}}} | table "gone" does not exist
            /sources/0/tables/2/select_permissions/0/permission/filter | {"_exists": {}} | in permission for role "user"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"_exists": {"_table": "users"}} | in permission for role "user"
            /sources/0/tables/2/select_permissions/0/permission/filter | {"_not": [1]} | expecting an object for a boolean expression, but found a list
            /sources/0/tables/2/insert_permissions/0/permission/set | {"nope": 1} | no such column exists: "nope"
            /sources/0/tables/2/insert_permissions/0/permission/validate_input | {"type": "http", "definition": {"url": "http://x"}} | validate_input is not served by this version
            /custom_types/objects/0/fields | {"name": "more", "type": "Nope"} | the type "Nope" of field "more" in "Suggestion" does not exist
            /custom_types/objects/0/fields | {"name": "score", "type": "Int"} | the object "Suggestion" has duplicate fields: "score"
            /custom_types/objects/0/fields | {"name": "user", "type": "Int"} | the object "Suggestion" has duplicate fields: "user"
            /custom_types/objects/0/fields | [] | the object "Suggestion" has no fields
            /custom_types/objects/0/fields/0/arguments | {} | the object "Suggestion" can't have arguments
            /custom_types/input_objects/0/fields | [] | the input object "SuggestInput" has no fields
            /custom_types/input_objects | {"name": "Twice", "fields": [{"name": "a", "type": "Int"}, {"name": "a", "type": "Int"}]} | the input object "Twice" has duplicate fields: "a"
            /custom_types/enums | [{"name": "None", "values": []}] | the enum "None" has no values
            /custom_types/enums | [{"name": "Twice", "values": [{"value": "A"}, {"value": "B"}, {"value": "A"}]}] | the enum "Twice" has duplicate values: "A"
            /custom_types/objects/0/fields | {"name": "in", "type": "SuggestInput"} | the field "in" of object "Suggestion" has the input object type "SuggestInput"
            /custom_types/input_objects/0/fields | {"name": "out", "type": "Suggestion"} | the field "out" of input object "SuggestInput" has the object type "Suggestion", which no input can have
            /custom_types/input_objects | {"name": "users", "fields": [{"name": "a", "type": "Int"}]} | the type "users" conflicts with the type of table "users"
            /custom_types/input_objects | {"name": "Int", "fields": [{"name": "a", "type": "Int"}]} | the name "Int" is a built-in scalar
            /custom_types/objects/0/relationships/0/remote_table | {"schema": "public", "name": "gone"} | relationship "user" of object "Suggestion": table "gone" does not exist in source: default
            /custom_types/objects/0/relationships/0/source | "gone" | relationship "user" of object "Suggestion": source not found: "gone"
            /custom_types/objects/0/relationships/0/field_mapping | {"nope": "id"} | field with name "nope" is not provided by the lhs entity "Suggestion" for defining a join condition
            /custom_types/objects/0/relationships/0/field_mapping | {"userId": "nope"} | relationship "user" of object "Suggestion": table "users" has no column "nope"
            /custom_types/objects/0/fields/0/type | "[[Int!]]" | the field "userId" is a list of lists
            /custom_types/objects/0/fields/0/type | "Suggestion" | the field "userId" is no scalar
            /actions/0/definition/output_type | "Nope" | in action "suggest"; the type: Nope is not defined in custom types
            /actions/0/definition/arguments/0/type | "Suggestion" | in action "suggest"; the type: Suggestion is not defined in custom types
            /actions/0/definition/handler | "{{UNSET}}/x" | in action "suggest"; environment variable 'UNSET' not set
            /actions/0/definition/handler | "{{HASURA_GRAPHQL_ADMIN_SECRET}}" | environment variable 'HASURA_GRAPHQL_ADMIN_SECRET' not set
            /actions/0/name | "users" | for field 'users' defined in [action users, table users in source default]
            /remote_schemas/0/definition | {"url_from_env": "UNSET"} | environment variable 'UNSET' not set
            /remote_schemas | {"name": "unasked", "definition": {"url": "http://x"}} | the remote schema has not been asked for its schema yet
            /sources | {"name": "other", "kind": "mssql", "tables": [], "configuration": {"connection_info": {"database_url": "postgres://here/x"}}} | sources of kind "mssql" are not supported, only Postgres is
            /sources | {"name": "other", "kind": "postgres", "tables": [], "configuration": {"connection_info": {"database_url": "postgres://here/x"}}} | the source has not been read yet
            """)
    void faults(String place, String value, String reason) {
        var metadata = World.metadata();
        put(metadata, place, Json.read(value));
        check(metadata, SAME, reason);
    }

    @Test
    void anEnumTableWithoutValues() {
        check(
                World.metadata(),
                around -> {
                    var source = around.catalogs().entrySet().iterator().next();
                    var catalog = ((Fetched.Got<dev.dovetail.catalog.Catalog>) source.getValue()).value();
                    var empty = new dev.dovetail.catalog.Catalog(
                            catalog.serverVersion(), catalog.tables(), catalog.functions(), Map.of());
                    return new Surroundings(
                            Map.of(source.getKey(), new Fetched.Got<>(empty)),
                            around.introspections(),
                            around.environment(),
                            around.openness());
                },
                "the table \"kinds\" cannot be used as an enum because the table must have at least one row");
    }

    @Test
    void aRemoteSchemaThatCouldNotBeAsked() {
        check(
                World.metadata(),
                around -> new Surroundings(
                        around.catalogs(),
                        Map.of(
                                around.introspections().keySet().iterator().next(),
                                new Fetched.Missing<>("nobody is there")),
                        around.environment(),
                        around.openness()),
                "nobody is there");
    }

    @Test
    void aRemoteTypeWithTheNameOfATable() {
        var answer = Json.write(World.skies()).replace("\"Weather\"", "\"users\"");
        check(
                World.metadata(),
                around -> new Surroundings(
                        around.catalogs(),
                        Map.of(
                                around.introspections().keySet().iterator().next(),
                                new Fetched.Got<>(Json.read(answer))),
                        around.environment(),
                        around.openness()),
                "Found conflicting definitions for GraphQL type 'users'");
    }

    /** What does not depend on the fault is served as before. */
    @Test
    void theRestIsServed() {
        var metadata = World.metadata();
        put(metadata, POSTS + "/select_permissions/0/permission/columns", Json.read("[\"nope\"]"));
        put(
                metadata,
                USERS + "/object_relationships",
                Json.read("{\"name\": \"x\", \"using\": {\"foreign_key_constraint_on\": \"name\"}}"));
        var model = World.model(metadata, SAME);
        assertThat(model.inconsistencies()).hasSize(2);
        assertThat(model.roots().query()).containsKeys("users", "posts", "suggest", "weather");
    }

    private static void put(ObjectNode metadata, String place, JsonNode value) {
        var at = metadata.at(place);
        if (at instanceof ArrayNode list && !value.isArray()) {
            list.add(value);
            return;
        }
        var slash = place.lastIndexOf('/');
        ((ObjectNode) metadata.at(place.substring(0, slash))).set(place.substring(slash + 1), value);
    }

    private static void check(JsonNode metadata, UnaryOperator<Surroundings> around, String reason) {
        var reasons = World.model(metadata, around).inconsistencies().stream()
                .map(Inconsistency::reason)
                .toList();
        assertThat(reasons).anySatisfy(each -> assertThat(each).contains(reason));
    }
}
