package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Relationships of custom types that lead nowhere are refused with the reason, and what was there stays. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusedTypeRelationshipsTest {
    @RegisterExtension
    final MetadataWorld metadata = new MetadataWorld();

    @Test
    @DisplayName("ARL-02: a relationship of a type needs a name, a type, a table, columns and fields that there are")
    void relationships_of_types_that_cannot_be() {
        var good = """
                {"name": "r", "type": "object", "source": "default", "remote_table": "author", "field_mapping": {"id": "id"}}""";
        refusedOfOut(good.replace("\"author\"", "\"nowhere\""), "table \"nowhere\" does not exist in source: default");
        refusedOfOut(
                good.replace("\"author\"", "{\"schema\": \"s\", \"name\": \"author\"}"),
                "table \"s.author\" does not exist in source: default");
        refusedOfOut(good.replace("\"default\"", "\"other\""), "source not found: \"other\"");
        refusedOfOut(good.replace("\"id\"}", "\"no\"}"), "table \"author\" has no column \"no\"");
        refusedOfOut(
                good.replace("{\"id\"", "{\"no\""), "field with name \"no\" is not provided by the lhs entity \"Out\"");
        refusedOfOut(good.replace("\"r\"", "\"id\""), "the object \"Out\" has duplicate fields: \"id\"");
        for (var key : List.of("name", "type", "remote_table", "field_mapping")) {
            var without = (ObjectNode) Json.read(good);
            without.remove(key);
            var reply = metadata.api().tryMetadata("set_custom_types", outWith(Json.write(without)));
            assertThat(reply.status()).as(key + " " + reply.text()).isEqualTo(400);
            assertThat(reply.json().get("code").asString()).as(key).isEqualTo("parse-failed");
        }
        metadata.refused(
                "set_custom_types",
                outWith(good.replace("\"object\"", "\"many\"")),
                "parse-failed",
                "$.args.objects[0].relationships[0].type");
        assertThat(metadata.export()).isEqualTo(metadata.base());
    }

    @Test
    @DisplayName("ARL-06: a field that is no scalar, or a list of lists, is no key; a list of scalars is one")
    void fields_that_are_no_keys() {
        var by = """
                {"name": "r", "type": "object", "remote_table": "author", "field_mapping": {"%s": "id"}}""";
        refusedOfOut(by.formatted("inner"), "the field \"inner\" is no scalar");
        refusedOfOut(by.formatted("many"), "the field \"many\" is no scalar");
        refusedOfOut(by.formatted("row"), "the field \"row\" is no scalar");
        refusedOfOut(by.formatted("nested"), "the field \"nested\" is a list of lists");
        MetadataWorld.success(metadata.api().metadata("set_custom_types", outWith(by.formatted("ids"))));
    }

    private void refusedOfOut(String relationship, String reason) {
        var types = outWith(relationship);
        metadata.refused("set_custom_types", types, "invalid-configuration", "$.args");
        var reply = metadata.api().tryMetadata("set_custom_types", types);
        assertThat(reply.json().get("error").asString()).contains(reason);
    }

    private static String outWith(String relationship) {
        return """
                {"objects": [
                  {"name": "Out", "relationships": [%s], "fields": [
                    {"name": "id", "type": "Int!"}, {"name": "ids", "type": "[Int!]"}, {"name": "nested", "type": "[[Int!]]"},
                    {"name": "inner", "type": "Inner"}, {"name": "many", "type": "[Inner!]"}, {"name": "row", "type": "author"}]},
                  {"name": "Inner", "fields": [{"name": "id", "type": "Int!"}]}]}""".formatted(relationship);
    }

    @Test
    @DisplayName("ARL-16: a source that is not Postgres can be no target")
    void a_target_that_is_not_postgres() {
        var other = (ObjectNode) metadata.base().deepCopy();
        ((ArrayNode) other.get("sources")).add(Json.read("""
                {"name": "other", "kind": "mssql", "tables": [{"table": {"schema": "dbo", "name": "author"}}],
                 "configuration": {"connection_info": {"connection_string": "Server=127.0.0.1,1"}}}"""));
        var target = (ObjectNode) other.at("/custom_types/objects/0/relationships/0");
        target.put("source", "other").set("remote_table", Json.read("{\"schema\": \"dbo\", \"name\": \"author\"}"));
        assertThat(metadata.api()
                        .tryMetadata("replace_metadata", Json.write(other))
                        .status())
                .isEqualTo(400);
        assertThat(metadata.export()).isEqualTo(metadata.base());

        var args = Json.object().put("allow_inconsistent_metadata", true);
        args.set("metadata", other);
        var command = Json.object().put("type", "replace_metadata").put("version", 2);
        command.set("args", args);
        metadata.api().succeed("/v1/metadata", command);

        assertThat(metadata.api()
                        .metadata("get_inconsistent_metadata", "{}")
                        .get("inconsistent_objects")
                        .findValuesAsString("reason"))
                .anyMatch(reason -> reason.contains("sources of kind \"mssql\" are not supported, only Postgres is"))
                .anyMatch(reason -> reason.contains("source not found: \"other\""));
        assertThat(metadata.api().graphql("{ act { author { name } } }").has("data"))
                .isFalse();
    }
}
