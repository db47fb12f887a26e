package dev.dovetail.metadata;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.RemoteSchemaMetadata.Permission;
import dev.dovetail.metadata.RemoteSchemaMetadata.TypeRelationships;
import dev.dovetail.name.RelationshipName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Remote schemas on the wire. */
public final class RemoteSchemaCodec {
    private RemoteSchemaCodec() {}

    public static RemoteSchemaMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("RemoteSchemaMetadata", node, path);
        return new RemoteSchemaMetadata(
                fields.required("name", NameCodec::remoteSchema),
                fields.required("definition", RemoteSchemaCodec::definition),
                fields.optionalString("comment"),
                fields.list("permissions", RemoteSchemaCodec::permission),
                fields.list("remote_relationships", RemoteSchemaCodec::relationships));
    }

    public static ObjectNode encode(RemoteSchemaMetadata schema) {
        return Out.object()
                .put("name", schema.name().value())
                .put("definition", encode(schema.definition()))
                .put("comment", schema.comment())
                .list("permissions", schema.permissions(), RemoteSchemaCodec::permission)
                .list("remote_relationships", schema.remoteRelationships(), RemoteSchemaCodec::relationships)
                .done();
    }

    public static RemoteSchemaDefinition definition(JsonNode node, Path path) {
        var fields = Fields.of("RemoteSchemaDef", node, path);
        return new RemoteSchemaDefinition(
                url(fields),
                fields.list("headers", HeaderCodec::decode),
                fields.flag("forward_client_headers", false),
                fields.optionalInt("timeout_seconds"),
                customization(fields),
                fields.rest());
    }

    private static @Nullable JsonNode customization(Fields fields) {
        fields.optional("customization", RemoteCustomizationCodec::decode);
        return fields.optional("customization");
    }

    private static UrlConf url(Fields fields) {
        var url = fields.optionalString("url");
        var variable = fields.optionalString("url_from_env");
        if (url != null && variable == null) return new UrlConf.Literal(url);
        if (url == null && variable != null) return new UrlConf.FromEnv(variable);
        throw new ApiException(
                ErrorCode.INVALID_PARAMS,
                fields.path(),
                url == null
                        ? "both `url` and `url_from_env` can't be empty"
                        : "both `url` and `url_from_env` can't be present");
    }

    public static ObjectNode encode(RemoteSchemaDefinition definition) {
        var out = Out.object();
        switch (definition.url()) {
            case UrlConf.Literal(var template) -> out.put("url", template);
            case UrlConf.FromEnv(var variable) -> out.put("url_from_env", variable);
        }
        return out.put("timeout_seconds", definition.timeoutSeconds())
                .put("customization", definition.customization())
                .list("headers", definition.headers(), HeaderCodec::encode)
                .ifTrue("forward_client_headers", definition.forwardClientHeaders())
                .rest(definition.rest())
                .done();
    }

    public static Permission permission(JsonNode node, Path path) {
        var fields = Fields.of("RemoteSchemaPermissionMetadata", node, path);
        return new Permission(
                fields.required("role", NameCodec::role),
                fields.required(
                        "definition",
                        (definition, at) -> Fields.of("RemoteSchemaPermissionDefinition", definition, at)
                                .string("schema")),
                fields.optionalString("comment"));
    }

    public static JsonNode permissionDefinition(Permission permission) {
        return Out.object().put("schema", permission.schema()).done();
    }

    private static JsonNode permission(Permission permission) {
        return Out.object()
                .put("role", permission.role().value())
                .put("definition", permissionDefinition(permission))
                .put("comment", permission.comment())
                .done();
    }

    private static TypeRelationships relationships(JsonNode node, Path path) {
        var fields = Fields.of("SchemaRemoteRelationships", node, path);
        return new TypeRelationships(
                fields.string("type_name"), fields.list("relationships", RemoteRelationshipCodec::decode));
    }

    private static JsonNode relationships(TypeRelationships relationships) {
        return Out.object()
                .<RemoteRelationshipMetadata, RelationshipName>sorted(
                        "relationships",
                        relationships.relationships(),
                        RemoteRelationshipMetadata::name,
                        RemoteRelationshipCodec::encode)
                .put("type_name", relationships.typeName())
                .done();
    }
}
