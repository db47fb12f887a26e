package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteRelationshipDefinition.RemoteFieldCall;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToRemoteSchema;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remote relationships on the wire: {@code {to_source: …}}, {@code {to_remote_schema: …}}, or the older
 * {@code {remote_schema, hasura_fields, remote_field}}, which stays in its form.
 */
public final class RemoteRelationshipCodec {
    private RemoteRelationshipCodec() {}

    public static RemoteRelationshipMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("RemoteRelationship", node, path);
        return new RemoteRelationshipMetadata(
                fields.required("name", NameCodec::relationship),
                fields.required("definition", RemoteRelationshipCodec::lenient));
    }

    public static ObjectNode encode(RemoteRelationshipMetadata relationship) {
        return Out.object()
                .put("definition", encode(relationship.definition()))
                .put("name", relationship.name().value())
                .done();
    }

    /** Either form. */
    public static RemoteRelationshipDefinition lenient(JsonNode node, Path path) {
        return node.has("remote_schema") ? legacy(node, path) : strict(node, path, "lenient", "remote_schema, ");
    }

    /** Only today's form. */
    public static RemoteRelationshipDefinition strict(JsonNode node, Path path) {
        return strict(node, path, "strict", "");
    }

    private static RemoteRelationshipDefinition strict(JsonNode node, Path path, String mode, String also) {
        var fields = Fields.of("RemoteRelationshipDefinition (" + mode + " format)", node, path);
        if (fields.has("remote_schema") || fields.has("to_source") == fields.has("to_remote_schema")) {
            throw Fields.fail(
                    path,
                    "remote relationship definition (" + mode + " format) expects exactly one of: " + also
                            + "to_source, to_remote_schema");
        }
        return fields.has("to_source")
                ? fields.required("to_source", RemoteRelationshipCodec::toSource)
                : fields.required("to_remote_schema", RemoteRelationshipCodec::toRemoteSchema);
    }

    /** Only the older form. */
    public static RemoteRelationshipDefinition legacy(JsonNode node, Path path) {
        var fields = Fields.of("RemoteRelationshipDefinition (legacy format)", node, path);
        if (!fields.has("remote_schema")) {
            throw Fields.fail(
                    path, "remote relationship definition (legacy format) expects exactly one of: remote_schema");
        }
        return new ToRemoteSchema(
                fields.required("remote_schema", NameCodec::remoteSchema),
                fields.requiredList("hasura_fields", Fields::text),
                fields.required("remote_field", RemoteRelationshipCodec::call),
                true);
    }

    private static RemoteRelationshipDefinition toSource(JsonNode node, Path path) {
        var fields = Fields.of("ToSourceRelationshipDef", node, path);
        return new ToSource(
                fields.required("source", NameCodec::source),
                fields.required("table", NameCodec::table),
                fields.required("relationship_type", RemoteRelationshipCodec::type),
                fields.required("field_mapping", (value, at) -> Fields.entries(value, at, Fields::text)));
    }

    private static RemoteRelationshipDefinition toRemoteSchema(JsonNode node, Path path) {
        var fields = Fields.of("ToSchemaRelationshipDef", node, path);
        return new ToRemoteSchema(
                fields.required("remote_schema", NameCodec::remoteSchema),
                fields.requiredList("lhs_fields", Fields::text),
                fields.required("remote_field", RemoteRelationshipCodec::call),
                false);
    }

    public static RelationshipType type(JsonNode node, Path path) {
        return switch (Fields.text(node, path)) {
            case "object" -> RelationshipType.OBJECT;
            case "array" -> RelationshipType.ARRAY;
            case String other -> throw Fields.fail(path, "expecting either 'object' or 'array' for rel_type");
        };
    }

    private static RemoteFieldCall call(JsonNode node, Path path) {
        var details = " Remote fields are represented by an object that maps each field name to its arguments.";
        if (!node.isObject()) {
            throw Fields.fail(path, "parsing RemoteFields failed, expected Object." + details);
        }
        if (node.size() != 1) {
            throw Fields.fail(
                    path,
                    "Expecting one single mapping, received " + (node.isEmpty() ? "none." : "too many.") + details);
        }
        var name = node.propertyNames().iterator().next();
        var at = path.key(name);
        if (!NameCodec.isGraphqlName(name)) throw Fields.fail(path, "Invalid field name '" + name + "'");
        var fields = Fields.of("FieldCall", node.get(name), at);
        fields.required("arguments");
        return new RemoteFieldCall(
                name, fields.map("arguments", Fields::raw), fields.optional("field", RemoteRelationshipCodec::call));
    }

    public static JsonNode encode(RemoteRelationshipDefinition definition) {
        return switch (definition) {
            case ToSource(var source, var table, var type, var mapping) ->
                Out.object()
                        .put(
                                "to_source",
                                Out.object()
                                        .put("field_mapping", Out.map(new TreeMap<>(mapping), Json::string))
                                        .put("relationship_type", type.wire())
                                        .put("source", source.value())
                                        .put("table", NameCodec.encode(table))
                                        .done())
                        .done();
            case ToRemoteSchema(var schema, var lhsFields, var call, var legacy) -> {
                var body = Out.object()
                        .put(legacy ? "hasura_fields" : "lhs_fields", Out.array(lhsFields, Json::string))
                        .put("remote_field", call(call))
                        .put("remote_schema", schema.value())
                        .done();
                yield legacy ? body : Out.object().put("to_remote_schema", body).done();
            }
        };
    }

    private static JsonNode call(RemoteFieldCall call) {
        var nested = call.nested();
        return Out.object()
                .put(
                        call.field(),
                        Out.object()
                                .put("arguments", Out.map(call.arguments(), Function.identity()))
                                .put("field", nested == null ? null : call(nested))
                                .done())
                .done();
    }
}
