package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Functions and computed fields on the wire. */
public final class FunctionCodec {
    private FunctionCodec() {}

    public static FunctionMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("FunctionMetadata", node, path);
        var configuration = fields.optional("configuration", FunctionCodec::configuration);
        return new FunctionMetadata(
                fields.required("function", NameCodec::function),
                configuration == null ? FunctionMetadata.Configuration.none() : configuration,
                fields.list(
                        "permissions",
                        (permission, at) -> Fields.of("FunctionPermissionInfo", permission, at)
                                .required("role", NameCodec::role)),
                fields.optionalString("comment"));
    }

    public static ObjectNode encode(FunctionMetadata function) {
        return Out.object()
                .put("function", NameCodec.encode(function.function()))
                .ifAny("configuration", configuration(function.configuration()))
                .list(
                        "permissions",
                        function.permissions(),
                        role -> Out.object().put("role", role.value()).done())
                .put("comment", function.comment())
                .done();
    }

    public static FunctionMetadata.Configuration configuration(JsonNode node, Path path) {
        var fields = Fields.of("FunctionConfig", node, path);
        var root = fields.optional("custom_root_fields", FunctionCodec::rootFields);
        return new FunctionMetadata.Configuration(
                fields.optional("custom_name", NameCodec::graphqlName),
                root == null ? new LinkedHashMap<>() : root,
                fields.optionalString("session_argument"),
                fields.optional("exposed_as", FunctionCodec::exposedAs),
                fields.optional("response"));
    }

    private static String exposedAs(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (text.equals("query") || text.equals("mutation")) return text;
        throw Fields.fail(
                path,
                "parsing FunctionExposedAs failed, expected one of the tags [\"query\",\"mutation\"], but found tag "
                        + Json.string(text));
    }

    private static SequencedMap<String, String> rootFields(JsonNode node, Path path) {
        var fields = Fields.of("FunctionCustomRootFields", node, path);
        var names = new LinkedHashMap<String, String>();
        for (var key : new String[] {"function", "function_aggregate"}) {
            var name = fields.optional(key, NameCodec::graphqlName);
            if (name == null) continue;
            if (names.containsValue(name)) {
                throw Fields.fail(
                        path,
                        "the following custom root field names are duplicated: " + name + " and \"" + name + "\"");
            }
            names.put(key, name);
        }
        return names;
    }

    private static ObjectNode configuration(FunctionMetadata.Configuration configuration) {
        return Out.object()
                .put("custom_name", configuration.customName())
                .ifAny("custom_root_fields", Out.map(new TreeMap<>(configuration.customRootFields()), Json::string))
                .put("exposed_as", configuration.exposedAs())
                .put("response", configuration.response())
                .put("session_argument", configuration.sessionArgument())
                .done();
    }

    public static ComputedFieldMetadata computedField(JsonNode node, Path path) {
        var fields = Fields.of("ComputedFieldMetadata", node, path);
        var definition = Fields.of("ComputedFieldDefinition", fields.required("definition"), fields.path("definition"));
        return new ComputedFieldMetadata(
                fields.string("name"),
                definition.required("function", NameCodec::function),
                definition.optionalString("table_argument"),
                definition.optionalString("session_argument"),
                fields.optionalString("comment"));
    }

    public static JsonNode computedField(ComputedFieldMetadata field) {
        return Out.object()
                .put("name", field.name())
                .put(
                        "definition",
                        Out.object()
                                .put("function", NameCodec.encode(field.function()))
                                .put("session_argument", field.sessionArgument())
                                .put("table_argument", field.tableArgument())
                                .done())
                .put("comment", field.comment())
                .done();
    }
}
