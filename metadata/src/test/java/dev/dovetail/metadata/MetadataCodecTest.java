package dev.dovetail.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MetadataCodecTest {

    /** In the reference's normal form, so that exporting it gives the same text. */
    static final String NORMAL = """
            {"version":3,"sources":[{"name":"default","kind":"postgres","tables":[
              {"table":{"name":"kinds","schema":"public"},"is_enum":true},
              {"table":{"name":"users","schema":"public"},
               "configuration":{"column_config":{"auth0_id":{"comment":"their id","custom_name":"authId"}},
                 "custom_column_names":{"auth0_id":"authId"},"custom_name":"People",
                 "custom_root_fields":{"select":"people","select_by_pk":{"comment":"one","name":"person"}}},
               "object_relationships":[
                 {"name":"address","using":{"foreign_key_constraint_on":{"column":"user_id","table":{"name":"addresses","schema":"app"}}}},
                 {"name":"kind","using":{"foreign_key_constraint_on":"kind_id"},"comment":"what they are"},
                 {"name":"pair","using":{"foreign_key_constraint_on":["a","b"]}}],
               "array_relationships":[
                 {"name":"friends","using":{"manual_configuration":{"column_mapping":{"id":"friend_id"},"insertion_order":null,"remote_table":{"name":"friends","schema":"public"}}}},
                 {"name":"posts","using":{"foreign_key_constraint_on":{"columns":["x","y"],"table":{"name":"posts","schema":"public"}}}}],
               "computed_fields":[{"name":"full_name","definition":{"function":{"name":"full_name","schema":"public"},"table_argument":"u"},"comment":"c"}],
               "remote_relationships":[
                 {"definition":{"hasura_fields":["auth0_id"],"remote_field":{"auth0_profile":{"arguments":{"auth0_id":"$auth0_id"}}},"remote_schema":"auth0"},"name":"auth0_profile"},
                 {"definition":{"to_source":{"field_mapping":{"id":"user_id"},"relationship_type":"array","source":"other","table":{"name":"orders","schema":"public"}}},"name":"orders"},
                 {"definition":{"to_remote_schema":{"lhs_fields":["id"],"remote_field":{"me":{"arguments":{},"field":{"by":{"arguments":{"id":"$id"}}}}},"remote_schema":"auth0"}},"name":"remote"}],
               "insert_permissions":[{"role":"user","permission":{"check":{"id":{"_eq":"X-Hasura-User-Id"}},"set":{"id":"x-hasura-user-id"},"columns":["name"],"backend_only":true}}],
               "select_permissions":[{"role":"anonymous","permission":{"columns":"*","computed_fields":["full_name"],"filter":{},"limit":10,"allow_aggregations":true,"query_root_fields":["select"],"subscription_root_fields":[]},"comment":"all"}],
               "update_permissions":[{"role":"user","permission":{"columns":["name"],"filter":{},"check":null}}],
               "delete_permissions":[{"role":"user","permission":{"filter":{"_and":[]},"validate_input":{"type":"http"}}}],
               "event_triggers":[{"name":"on_user","definition":{"enable_manual":false}}],
               "apollo_federation_config":{"enable":"v1"}}],
              "functions":[{"function":{"name":"search","schema":"public"},"configuration":{"exposed_as":"query","session_argument":"s"},"permissions":[{"role":"user"}],"comment":"finds"}],
              "native_queries":[
                 {"root_field_name":"inlined","code":"select 1 as a","returns":{"fields":[{"name":"a","type":{"scalar":"integer","nullable":false}}],"select_permissions":[{"role":"user","permission":{"columns":"*","filter":{}}}]},"arguments":{}},
                 {"root_field_name":"q","code":"select * from users where name = {{name}} -- {{name}}\\n","returns":"m","arguments":{"name":{"type":"text","nullable":true,"description":"d"}},
                  "array_relationships":[{"name":"posts","using":{"column_mapping":{"id":"user_id"},"insertion_order":null,"remote_native_query":"posts"}}],
                  "object_relationships":[{"name":"user","using":{"column_mapping":{"id":"id"},"insertion_order":null,"remote_table":{"name":"users","schema":"app"}}}],
                  "description":"finds","of_tomorrow":true}],
              "logical_models":[{"name":"m","fields":[{"name":"id","type":{"scalar":"integer","nullable":false},"description":"f"},{"name":"posts","type":{"array":{"logical_model":"post","nullable":false},"nullable":true}}],"description":"d","select_permissions":[{"role":"user","permission":{"columns":["id"],"filter":{"id":{"_eq":1}}}}]}],
              "configuration":{"connection_info":{"database_url":{"from_env":"DB"},"isolation_level":"read-committed","pool_settings":{"max_connections":5,"retries":1},"use_prepared_statements":true},"extensions_schema":"ext"},
              "customization":{"root_fields":{"namespace":"n","prefix":"p_"},"type_names":{"suffix":"_t"}}},
             {"name":"warehouse","kind":"mssql","tables":[{"table":{"name":"t","schema":"dbo"}}],"configuration":{"connection_info":{"connection_string":"x"}}}],
             "remote_schemas":[{"name":"auth0","definition":{"url":"{{BASE}}/graphql","timeout_seconds":5,"customization":{"root_fields_namespace":"a"},"headers":[{"name":"k","value":"v"},{"name":"s","value_from_env":"S"}],"forward_client_headers":true},"comment":"c","permissions":[{"role":"user","definition":{"schema":"type Query { a: Int }"}}],
               "remote_relationships":[{"relationships":[{"definition":{"to_source":{"field_mapping":{"id":"id"},"relationship_type":"object","source":"default","table":{"name":"users","schema":"public"}}},"name":"u"}],"type_name":"Profile"}]}],
             "query_collections":[{"name":"allowed-queries","definition":{"queries":[]}}],
             "actions":[{"name":"createUser","definition":{"handler":"{{H}}/create","output_type":"UserOutput","forward_client_headers":true,"headers":[{"name":"a","value":"b"}],"arguments":[{"name":"name","type":"String!","description":"d"}],"request_transform":{"version":2},"type":"mutation","kind":"synchronous","timeout":5},"comment":"c","permissions":[{"role":"user","comment":"x"}]},
               {"name":"who","definition":{"handler":"h","output_type":"[UserOutput!]!","type":"query"}}],
             "custom_types":{"input_objects":[{"name":"In","fields":[{"name":"a","type":"Int!","description":"f"}]}],
               "objects":[{"name":"UserOutput","fields":[{"name":"id","type":"uuid!"}],"description":"o","relationships":[{"field_mapping":{"id":"id"},"name":"user","remote_table":{"name":"users","schema":"public"},"source":"default","type":"object"}]}],
               "scalars":[{"name":"Money"}],"enums":[{"name":"Color","values":[{"description":"warm","is_deprecated":true,"value":"RED"}]}]},
             "inherited_roles":[{"role_name":"both","role_set":["user","anonymous"]}],
             "cron_triggers":[{"name":"nightly","webhook":"w"}],"api_limits":{"disabled":false},"of_tomorrow":{"x":[1.50]}}
            """;

    @Test
    void exportsTheNormalFormUnchanged() {
        var normal = Json.read(NORMAL);
        assertThat(Json.write(MetadataCodec.encode(MetadataCodec.decode(normal, Path.ROOT))))
                .isEqualTo(Json.write(normal));
    }

    @Test
    void decodingTheExportGivesTheSameRecords() {
        var metadata = MetadataCodec.decode(Json.read(NORMAL), Path.ROOT);
        assertThat(MetadataCodec.decode(MetadataCodec.encode(metadata), Path.ROOT))
                .isEqualTo(metadata);
    }

    @Test
    void readsTheShortAndOldForms() {
        normalises(
                "{'table': 'users', 'configuration': {'custom_column_names': {'a': 'b'}}}",
                "{'table': {'name': 'users', 'schema': 'public'}, 'configuration': {'column_config': {'a': "
                        + "{'custom_name': 'b'}}, 'custom_column_names': {'a': 'b'}, 'custom_root_fields': {}}}");
        normalises(
                "{'table': {'name': 'users'}, 'configuration': {'custom_root_fields': {}}, 'object_relationships': []}",
                "{'table': {'name': 'users', 'schema': 'public'}}");
        normalises(
                "{'table': 'users', 'object_relationships': [{'name': 'a', 'using': {'foreign_key_constraint_on': "
                        + "{'table': 'b', 'columns': ['c']}}, 'comment': null}]}",
                "{'table': {'name': 'users', 'schema': 'public'}, 'object_relationships': [{'name': 'a', 'using': "
                        + "{'foreign_key_constraint_on': {'column': 'c', 'table': {'name': 'b', 'schema': 'public'}}}}]}");
    }

    @Test
    @DisplayName("NQ-01: a field's type in the older form is the name of a scalar")
    void readsTheOlderFormOfLogicalModels() {
        var model = LogicalModelCodec.decode(
                json("{'name': 'm', 'fields': [{'name': 'a', 'type': 'text', 'nullable': true}, {'name': 'b', 'type': "
                        + "{'scalar': 'int'}}]}"),
                Path.ROOT);
        assertThat(Json.write(LogicalModelCodec.encode(model)))
                .isEqualTo(Json.write(json("{'name': 'm', 'fields': [{'name': 'a', 'type': {'scalar': 'text', "
                        + "'nullable': true}}, {'name': 'b', 'type': {'scalar': 'int', 'nullable': false}}]}")));
    }

    private static void normalises(String written, String normal) {
        var table = TableCodec.decode(json(written), Path.ROOT);
        assertThat(Json.write(TableCodec.encode(table))).isEqualTo(Json.write(json(normal)));
    }

    @Test
    void refusesWrongShapesWithTheirPath() {
        fails("[]", "$", "parsing Metadata failed, expected Object, but encountered Array");
        fails("{'sources': []}", "$", "unexpected metadata version from storage: 1");
        fails("{'version': 3}", "$", "key \"sources\" not found");
        fails(
                "{'version': 3, 'sources': {}}",
                "$.sources",
                "parsing [] failed, expected Array, but encountered Object");
        fails(
                "{'version': 3, 'sources': [{'name': 'a', 'kind': 'postgres'}]}",
                "$.sources[0]",
                "key \"configuration\" not found");
        tableFails("{}", "$", "key \"table\" not found");
        tableFails("{'table': 7}", "$.table", "expecting a string/object for QualifiedObject");
        tableFails("{'table': 'a', 'x': 1}", "$", "unexpected keys when parsing TableMetadata: [\"x\"]");
        tableFails(
                "{'table': 'a', 'object_relationships': [{'name': 'r', 'using': {}}]}",
                "$.object_relationships[0].using",
                "atleast one of foreign_key_constraint_on/manual_configuration should be present");
        tableFails(
                "{'table': 'a', 'select_permissions': [{'role': 'r', 'permission': {'columns': 'x', 'filter': {}}}]}",
                "$.select_permissions[0].permission.columns",
                "parsing [] failed, expected Array, but encountered String");
        tableFails(
                "{'table': 'a', 'select_permissions': [{'role': 'r', 'permission': {'columns': [], 'filter': {}}}, "
                        + "{'role': 'r', 'permission': {'columns': [], 'filter': {}}}]}",
                "$",
                "multiple declarations exist for the following select permissions : r");
        tableFails(
                "{'table': 'a', 'remote_relationships': [{'name': 'r', 'definition': {}}]}",
                "$.remote_relationships[0].definition",
                "remote relationship definition (lenient format) expects exactly one of: remote_schema, to_source, "
                        + "to_remote_schema");
    }

    private static void fails(String text, String path, String message) {
        var refusal = catchThrowableOfType(ApiException.class, () -> MetadataCodec.decode(json(text), Path.ROOT));
        assertThat(refusal.failure()).isEqualTo(new Failure.Own(ErrorCode.PARSE_FAILED, new Path(path), message, null));
    }

    private static void tableFails(String text, String path, String message) {
        var refusal = catchThrowableOfType(ApiException.class, () -> TableCodec.decode(json(text), Path.ROOT));
        assertThat(refusal.failure()).isEqualTo(new Failure.Own(ErrorCode.PARSE_FAILED, new Path(path), message, null));
    }

    @Test
    void knowsGraphqlTypeText() {
        assertThat(new String[] {"Int", "[Int!]!", " [[A]] ", "_x"}).allMatch(GraphqlTypeText::isValid);
        assertThat(new String[] {"", "1a", "[Int", "Int]", "A B", "Int!!"}).noneMatch(GraphqlTypeText::isValid);
    }

    private static JsonNode json(String singleQuoted) {
        return Json.read(singleQuoted.replace('\'', '"'));
    }
}
