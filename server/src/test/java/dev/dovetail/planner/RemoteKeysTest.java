package dev.dovetail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.model.Fetched;
import dev.dovetail.model.Surroundings;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.operation.Binder;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import dev.dovetail.world.World;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The variables in which keys and what clients give go to a remote schema. */
class RemoteKeysTest {
    private static final String SCALAR = """
            {"kind": "SCALAR", "name": "JSON", "description": null, "fields": null, "inputFields": null,
             "interfaces": null, "enumValues": null, "possibleTypes": null}""";
    private static final String ONE = """
            {"name": "one", "description": null, "isDeprecated": false, "deprecationReason": null, "args": [
              {"name": "id", "description": null, "defaultValue": null,
               "type": {"kind": "NON_NULL", "name": null, "ofType": {"kind": "SCALAR", "name": "Int"}}},
              {"name": "options", "description": null, "defaultValue": null,
               "type": {"kind": "SCALAR", "name": "JSON", "ofType": null}}],
             "type": {"kind": "OBJECT", "name": "Weather", "ofType": null}}""";
    private static final String FILTER = """
            {"kind": "INPUT_OBJECT", "name": "Filter", "description": null, "fields": null, "interfaces": null,
             "enumValues": null, "possibleTypes": null, "inputFields": [
              {"name": "a", "description": null, "defaultValue": null, "type": {"kind": "SCALAR", "name": "Int"}},
              {"name": "json", "description": null, "defaultValue": null, "type": {"kind": "SCALAR", "name": "JSON"}}]}""";
    private static final String FILTERED = """
            {"name": "filtered", "description": null, "isDeprecated": false, "deprecationReason": null, "args": [
              {"name": "by", "description": null, "defaultValue": null,
               "type": {"kind": "INPUT_OBJECT", "name": "Filter", "ofType": null}}],
             "type": {"kind": "OBJECT", "name": "Weather", "ofType": null}}""";
    private static final String MANY = """
            {"name": "many", "description": null, "isDeprecated": false, "deprecationReason": null, "args": [
              {"name": "ids", "description": null, "defaultValue": null,
               "type": {"kind": "NON_NULL", "name": null, "ofType": {"kind": "LIST", "name": null, "ofType":
                 {"kind": "NON_NULL", "name": null, "ofType": {"kind": "SCALAR", "name": "ID"}}}}},
              {"name": "options", "description": null, "defaultValue": null,
               "type": {"kind": "SCALAR", "name": "JSON", "ofType": null}}],
             "type": {"kind": "LIST", "name": null, "ofType": {"kind": "OBJECT", "name": "Weather", "ofType": null}}}""";

    @Test
    @DisplayName("RRL-07: a key within a scalar goes there as it goes to a place that has a type")
    void keysWithinScalars() {
        check("""
                {"one": {"arguments": {"id": "$id", "options": {"id": "$id"}}}}""", "", "[Int!]");
        check("""
                {"one": {"arguments": {"options": {"ids": ["$id"]}, "id": "$id"}}}""", "", "[Int!]");
        check("""
                {"one": {"arguments": {"id": 1, "options": {"id": "$id"}}}}""", "", "[String]");
    }

    @Test
    @DisplayName("RRL-09: a batch gives its list to a place within a scalar, too")
    void listsWithinScalars() {
        check("""
                {"many": {"arguments": {"ids": "$id", "options": {"ids": "$id"}}}}""", """
                , "batch": {"match_by": "city"}""", "[[ID!]!]");
    }

    @Test
    @DisplayName("RSC-01: a client's variable within a scalar goes along with the scalar, for no type says what it is")
    void variablesWithinScalars() {
        var plan = plan(
                World.metadata(),
                "query ($n: Int!, $f: Float) { one(id: $n, options: {a: [1, $f], n: $n}) { degrees } }",
                "{\"n\": 1, \"f\": 1.5}");
        assertThat(plan).contains("one(id: $n, options: $hasura_json_var_2)").doesNotContain("$f");
    }

    @Test
    @DisplayName("RSC-01: a variable that was not given is not sent as null for what stands beside it")
    void notGivenBesideScalars() {
        var plan = plan(
                World.metadata(),
                "query ($a: Int, $n: Int!) { filtered(by: {a: $a, json: {n: $n}}) { degrees } }",
                "{\"n\": 1}");
        assertThat(plan)
                .contains("filtered(by: {a: $a, json: $hasura_json_var_2})")
                .contains("$a: Int = Variable");
    }

    private static void check(String field, String more, String types) {
        assertThat(plan(metadata(field, more), "{ users { weather { degrees } } }", "{}"))
                .contains("keys " + types + " unwrap");
    }

    private static String plan(JsonNode metadata, String query, String variables) {
        var key = new SchemaKey(RoleName.ADMIN, false);
        var schema = new Schemas(World.model(metadata, RemoteKeysTest::around)).of(key);
        var document = DocumentParser.parse(query);
        var operation = new Binder(schema, document, null, (ObjectNode) Json.read(variables)).bind();
        return PlanText.of(new Planner(new PlannerOptions(false, 1_000_000), (_, _) -> {}).plan(operation, schema));
    }

    private static JsonNode metadata(String field, String more) {
        var metadata = World.metadata();
        ((ObjectNode) metadata.at("/sources/0/tables/1/remote_relationships/0/definition"))
                .set("to_remote_schema", Json.read("""
                        {"remote_schema": "skies", "lhs_fields": ["id"], "remote_field": %s%s}""".formatted(field, more)));
        return metadata;
    }

    private static Surroundings around(Surroundings around) {
        var skies = World.skies();
        var types = (ArrayNode) skies.at("/data/__schema/types");
        types.add(Json.read(SCALAR));
        types.add(Json.read(SCALAR.replace("JSON", "ID")));
        types.add(Json.read(FILTER));
        ((ArrayNode) types.path(0).path("fields"))
                .add(Json.read(ONE))
                .add(Json.read(MANY))
                .add(Json.read(FILTERED));
        return new Surroundings(
                around.catalogs(),
                Map.of(new RemoteSchemaName("skies"), new Fetched.Got<>(skies)),
                around.environment(),
                around.openness());
    }
}
