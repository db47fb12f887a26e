package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.RemoteRelationshipDefinition.Batch;
import dev.dovetail.metadata.RemoteRelationshipDefinition.RemoteFieldCall;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToAction;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToRemoteSchema;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Remote relationships on the wire: {@code {to_source: …}}, {@code {to_remote_schema: …}}, {@code {to_action: …}}, or
 * the older {@code {remote_schema, hasura_fields, remote_field}}, which stays in its form.
 */
public final class RemoteRelationshipCodec {
    /** Beside the definition: a failure of the other side makes the field null. */
    public static final String PARTIAL = "partial";

    private static final List<String> TARGETS = List.of("to_source", "to_remote_schema", "to_action");

    private RemoteRelationshipCodec() {}

    public static RemoteRelationshipMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("RemoteRelationship", node, path);
        return new RemoteRelationshipMetadata(
                fields.required("name", NameCodec::relationship),
                fields.required("definition", RemoteRelationshipCodec::lenient),
                fields.flag(PARTIAL, false));
    }

    public static ObjectNode encode(RemoteRelationshipMetadata relationship) {
        return Out.object()
                .put("definition", encode(relationship.definition()))
                .put("name", relationship.name().value())
                .ifTrue(PARTIAL, relationship.partial())
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
        if (fields.has("remote_schema") || TARGETS.stream().filter(fields::has).count() != 1) {
            throw Fields.fail(
                    path,
                    "remote relationship definition (" + mode + " format) expects exactly one of: " + also
                            + "to_source, to_remote_schema");
        }
        if (fields.has("to_action")) return fields.required("to_action", RemoteRelationshipCodec::toAction);
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
                true,
                null);
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
                false,
                fields.optional("batch", RemoteRelationshipCodec::batch));
    }

    private static Batch batch(JsonNode node, Path path) {
        var fields = Fields.of("ToSchemaRelationshipBatch", node, path);
        var type = fields.optional("type", RemoteRelationshipCodec::type);
        return new Batch(
                fields.required("match_by", NameCodec::graphqlName), type == null ? RelationshipType.OBJECT : type);
    }

    private static RemoteRelationshipDefinition toAction(JsonNode node, Path path) {
        var fields = Fields.of("ToActionRelationshipDef", node, path);
        return new ToAction(
                fields.required("action", NameCodec::action),
                fields.required("arguments", (value, at) -> Fields.entries(value, at, Fields::raw)),
                fields.flag("batch", false));
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
            case ToAction(var action, var arguments, var batch) ->
                Out.object()
                        .put(
                                "to_action",
                                Out.object()
                                        .put("action", action.value())
                                        .put("arguments", Out.map(arguments, Function.identity()))
                                        .ifTrue("batch", batch)
                                        .done())
                        .done();
            case ToRemoteSchema(var schema, var lhsFields, var call, var legacy, var batch) -> {
                var body = Out.object()
                        .put("batch", batch == null ? null : batch(batch))
                        .put(legacy ? "hasura_fields" : "lhs_fields", Out.array(lhsFields, Json::string))
                        .put("remote_field", call(call))
                        .put("remote_schema", schema.value())
                        .done();
                yield legacy ? body : Out.object().put("to_remote_schema", body).done();
            }
        };
    }

    private static JsonNode batch(Batch batch) {
        return Out.object()
                .put("match_by", batch.matchBy())
                .put("type", batch.type().wire())
                .done();
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
