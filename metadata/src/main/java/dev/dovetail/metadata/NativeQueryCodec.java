package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.NativeQueryMetadata.Argument;
import dev.dovetail.metadata.NativeQueryMetadata.Returns;
import dev.dovetail.name.RelationshipName;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Native queries on the wire. */
public final class NativeQueryCodec {
    private NativeQueryCodec() {}

    public static NativeQueryMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("NativeQueryMetadata", node, path);
        var query = decode(fields);
        return query.withRest(fields.rest());
    }

    /** As the command that tracks it has it, among other keys. */
    public static NativeQueryMetadata tracked(JsonNode node, Path path) {
        var fields = Fields.of("TrackNativeQuery", node, path);
        var type = fields.optionalString("type");
        if (type != null && !type.equals("query")) {
            throw Fields.fail(fields.path("type"), "a native query is of type \"query\"");
        }
        return decode(fields);
    }

    private static NativeQueryMetadata decode(Fields fields) {
        return new NativeQueryMetadata(
                fields.required("root_field_name", NameCodec::nativeQuery),
                fields.required("code", NativeQueryCodec::code),
                fields.required("returns", NativeQueryCodec::returns),
                fields.map("arguments", NativeQueryCodec::argument),
                relationships(fields, "array_relationships"),
                relationships(fields, "object_relationships"),
                fields.optionalString("description"),
                Json.object());
    }

    public static ObjectNode encode(NativeQueryMetadata query) {
        return Out.object()
                .put("root_field_name", query.name().value())
                .put("code", query.code().text())
                .put("returns", returns(query.returns()))
                .put("arguments", Out.map(query.arguments(), NativeQueryCodec::argument))
                .<RelationshipMetadata, RelationshipName>sorted(
                        "array_relationships",
                        query.arrayRelationships(),
                        RelationshipMetadata::name,
                        NativeQueryCodec::relationship)
                .<RelationshipMetadata, RelationshipName>sorted(
                        "object_relationships",
                        query.objectRelationships(),
                        RelationshipMetadata::name,
                        NativeQueryCodec::relationship)
                .put("description", query.description())
                .rest(query.rest())
                .done();
    }

    private static QueryCode code(JsonNode node, Path path) {
        try {
            return QueryCode.parse(Fields.text(node, path));
        } catch (IllegalArgumentException malformed) {
            throw Fields.fail(path, String.valueOf(malformed.getMessage()));
        }
    }

    private static Returns returns(JsonNode node, Path path) {
        if (node.isString()) return new Returns.Named(NameCodec.logicalModel(node, path));
        var fields = Fields.of("InlineLogicalModelMetadata", node, path);
        return new Returns.Inline(LogicalModelCodec.fields(fields), LogicalModelCodec.permissions(fields));
    }

    private static JsonNode returns(Returns returns) {
        return switch (returns) {
            case Returns.Named(var model) -> NameCodec.text(model);
            case Returns.Inline(var fields, var permissions) ->
                LogicalModelCodec.encode(Out.object(), fields, null, permissions)
                        .done();
        };
    }

    private static Argument argument(JsonNode node, Path path) {
        var fields = Fields.of("NullableScalarType", node, path);
        return new Argument(
                fields.string("type"), fields.flag("nullable", false), fields.optionalString("description"));
    }

    private static JsonNode argument(Argument argument) {
        return Out.object()
                .put("type", argument.type())
                .put("nullable", (Boolean) argument.nullable())
                .put("description", argument.description())
                .done();
    }

    private static List<RelationshipMetadata> relationships(Fields fields, String key) {
        List<RelationshipMetadata> unique = List.of();
        for (var each : fields.list(key, NativeQueryCodec::relationship)) {
            unique = Lists.put(unique, RelationshipMetadata::name, each);
        }
        return unique;
    }

    /** Other than a table's relationships these say what they use without saying that it is manual. */
    private static RelationshipMetadata relationship(JsonNode node, Path path) {
        var fields = Fields.of("RelDefRelManualConfig", node, path);
        return new RelationshipMetadata(
                fields.required("name", NameCodec::relationship),
                fields.required("using", RelationshipCodec::manual),
                fields.optionalString("comment"));
    }

    private static JsonNode relationship(RelationshipMetadata relationship) {
        return Out.object()
                .put("name", relationship.name().value())
                .put("using", RelationshipCodec.manual(relationship.using()))
                .put("comment", relationship.comment())
                .done();
    }
}
