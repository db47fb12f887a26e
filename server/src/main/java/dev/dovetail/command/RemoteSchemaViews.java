package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.RemoteSchemaCodec;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.model.Fetched;
import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/** Remote schemas, and whether they could be reached. */
final class RemoteSchemaViews {
    private RemoteSchemaViews() {}

    static Question list(JsonNode args, Path path) {
        var window = Window.decode(Fields.of("ListRemoteSchemas", args, path));
        return state -> {
            var admitted = state.metadata().remoteSchemas().stream()
                    .filter(each -> window.admits(each.name().value(), url(each)))
                    .sorted(Comparator.comparing(each -> each.name().value()))
                    .toList();
            return window.page(
                    state,
                    "remote_schemas",
                    admitted,
                    each -> reached(each, state)
                            .put("name", each.name().value())
                            .put("url", url(each))
                            .put("comment", each.comment())
                            .fullList("roles", each.permissions(), entry -> NameCodec.text(entry.role()))
                            .done());
        };
    }

    static Question one(JsonNode args, Path path) {
        var name = Fields.of("GetRemoteSchema", args, path).required("name", NameCodec::remoteSchema);
        return state -> {
            var schema = state.metadata()
                    .remoteSchema(name)
                    .orElseThrow(() -> notExists("remote schema with name " + quoted(name) + " does not exist"));
            var answer = reached(schema, state)
                    .put("remote_schema", RemoteSchemaCodec.encode(schema))
                    .done();
            return Window.version(state).setAll(answer);
        };
    }

    /** The address, or the variable that holds it in double braces. */
    private static String url(RemoteSchemaMetadata schema) {
        return switch (schema.definition().url()) {
            case UrlConf.Literal(var template) -> template;
            case UrlConf.FromEnv(var variable) -> "{{" + variable + "}}";
        };
    }

    private static Out reached(RemoteSchemaMetadata schema, State state) {
        var reading = state.world().remoteSchemas().get(schema.name());
        var out = Out.object();
        return switch (reading == null ? null : reading.introspection()) {
            case Fetched.Got<JsonNode> _ -> out.put("connected", (Boolean) true);
            case Fetched.Stale<JsonNode>(var _, var reason) ->
                out.put("connected", (Boolean) false).put("reason", reason);
            case Fetched.Missing<JsonNode>(var reason) ->
                out.put("connected", (Boolean) false).put("reason", reason);
            case null -> out.put("connected", (Boolean) false);
        };
    }
}
