package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.ActionDefinition.ActionArgument;
import dev.dovetail.metadata.ActionDefinition.ActionKind;
import dev.dovetail.metadata.ActionDefinition.ActionType;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Actions on the wire. */
public final class ActionCodec {
    private ActionCodec() {}

    public static ActionMetadata decode(JsonNode node, Path path) {
        var fields = Fields.of("ActionMetadata", node, path);
        return new ActionMetadata(
                fields.required("name", NameCodec::action),
                fields.required("definition", ActionCodec::definition),
                fields.optionalString("comment"),
                fields.list("permissions", ActionCodec::permission));
    }

    public static ObjectNode encode(ActionMetadata action) {
        return Out.object()
                .put("name", action.name().value())
                .put("definition", encode(action.definition()))
                .put("comment", action.comment())
                .list(
                        "permissions",
                        action.permissions(),
                        permission -> Out.object()
                                .put("role", permission.role().value())
                                .put("comment", permission.comment())
                                .done())
                .done();
    }

    private static ActionMetadata.Permission permission(JsonNode node, Path path) {
        var fields = Fields.of("ActionPermissionMetadata", node, path);
        return new ActionMetadata.Permission(
                fields.required("role", NameCodec::role), fields.optionalString("comment"));
    }

    public static ActionDefinition definition(JsonNode node, Path path) {
        var fields = Fields.of("ActionDefinition", node, path);
        var type = fields.optional("type", ActionCodec::type);
        var kind = fields.optional("kind", ActionCodec::kind);
        var isQuery = type == ActionType.QUERY;
        return new ActionDefinition(
                isQuery ? ActionType.QUERY : ActionType.MUTATION,
                isQuery || kind == null ? ActionKind.SYNCHRONOUS : kind,
                fields.list("arguments", ActionCodec::argument),
                fields.required("output_type", ActionCodec::graphqlType),
                fields.string("handler"),
                fields.list("headers", HeaderCodec::decode),
                fields.flag("forward_client_headers", false),
                fields.optionalList("ignored_client_headers", Fields::text),
                fields.optionalInt("timeout"),
                maximumAge(fields.optionalInt("maximum_age"), path.key("maximum_age")),
                fields.flag("check_scalars", false),
                fields.optional("request_transform", TransformCodec::request),
                fields.optional("response_transform", TransformCodec::response),
                fields.rest());
    }

    private static @Nullable Integer maximumAge(@Nullable Integer seconds, Path path) {
        if (seconds == null || seconds > 0) return seconds;
        throw Fields.fail(path, "expected a number of seconds above 0, but found " + seconds);
    }

    private static ActionType type(JsonNode node, Path path) {
        return switch (Fields.text(node, path)) {
            case "query" -> ActionType.QUERY;
            case "mutation" -> ActionType.MUTATION;
            case String other -> throw Fields.fail(path, "expected mutation or query, but found " + other);
        };
    }

    private static ActionKind kind(JsonNode node, Path path) {
        return switch (Fields.text(node, path)) {
            case "synchronous" -> ActionKind.SYNCHRONOUS;
            case "asynchronous" -> ActionKind.ASYNCHRONOUS;
            case String other ->
                throw Fields.fail(
                        path,
                        "parsing ActionMutationKind failed, expected one of the tags "
                                + "[\"synchronous\",\"asynchronous\"], but found tag " + Json.string(other));
        };
    }

    private static ActionArgument argument(JsonNode node, Path path) {
        var fields = Fields.of("ArgumentDefinition", node, path);
        return new ActionArgument(
                fields.required("name", NameCodec::graphqlName),
                fields.required("type", ActionCodec::graphqlType),
                fields.optionalString("description"));
    }

    /** GraphQL type syntax; anything that cannot be one is refused. */
    static String graphqlType(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (GraphqlTypeText.isValid(text)) return text;
        throw Fields.fail(path, "not a valid GraphQL type: " + text);
    }

    public static ObjectNode encode(ActionDefinition definition) {
        var ignored = definition.ignoredClientHeaders();
        var mutation = definition.type() == ActionType.MUTATION;
        var request = definition.requestTransform();
        var response = definition.responseTransform();
        return Out.object()
                .put("handler", definition.handler())
                .put("output_type", definition.outputType())
                .ifTrue("forward_client_headers", definition.forwardClientHeaders())
                .put("ignored_client_headers", ignored == null ? null : Out.array(ignored, Json::string))
                .list("headers", definition.headers(), HeaderCodec::encode)
                .list("arguments", definition.arguments(), ActionCodec::argument)
                .put("request_transform", request == null ? null : request.written())
                .put("response_transform", response == null ? null : response.written())
                .put("type", definition.type().name().toLowerCase(Locale.ROOT))
                .put("kind", mutation ? definition.kind().name().toLowerCase(Locale.ROOT) : null)
                .put("timeout", definition.timeout())
                .put("maximum_age", definition.maximumAge())
                .ifTrue("check_scalars", definition.checkScalars())
                .rest(definition.rest())
                .done();
    }

    private static JsonNode argument(ActionArgument argument) {
        return Out.object()
                .put("name", argument.name())
                .put("type", argument.type())
                .put("description", argument.description())
                .done();
    }
}
