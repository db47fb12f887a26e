package dev.dovetail.command;

import dev.dovetail.derive.Derivation;
import dev.dovetail.derive.Derived;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.CustomTypesCodec;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.project.ActionSdl;
import dev.dovetail.name.RoleName;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.schema.Schemas;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An operation as an action: what it would be. Making it is {@code create_action}'s. */
final class DeriveCommands {
    private DeriveCommands() {}

    static Question derive(JsonNode args, Path path) {
        var fields = Fields.of("DeriveAction", args, path);
        var operation = fields.string("operation");
        var name = fields.optional("name", NameCodec::action);
        return state -> {
            var model = state.built().model();
            var schema = new Schemas(model).of(new SchemaKey(RoleName.ADMIN, true));
            return told(Derivation.of(model, schema, operation, name, Path.ROOT.key("operation")));
        };
    }

    private static JsonNode told(Derived derived) {
        var action = action(derived);
        var types = CustomTypesCodec.encode(derived.types());
        return Out.object()
                .put("action", action)
                .put("custom_types", types)
                .put(
                        "sdl",
                        Out.object()
                                .put("action", ActionSdl.write(Json.array().add(action), Json.object()))
                                .put("types", ActionSdl.write(Json.array(), types))
                                .done())
                .put("operation", derived.operation())
                .done();
    }

    /** As {@code create_action} takes it, save for the handler. */
    private static ObjectNode action(Derived derived) {
        var mutation = derived.kind() == OperationKind.MUTATION;
        var definition = Out.object()
                .put("type", derived.kind().keyword())
                .put("kind", mutation ? "synchronous" : null)
                .fullList(
                        "arguments",
                        derived.arguments(),
                        each -> Out.object()
                                .put("name", each.name())
                                .put("type", each.type())
                                .done())
                .put("output_type", derived.outputType())
                .done();
        return Out.object()
                .put("name", derived.name().value())
                .put("definition", definition)
                .done();
    }
}
