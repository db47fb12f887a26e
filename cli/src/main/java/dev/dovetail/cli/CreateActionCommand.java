package dev.dovetail.cli;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.project.ActionAddition;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a new action into the project. Only deriving one asks the server, for its schema. */
final class CreateActionCommand {
    private CreateActionCommand() {}

    /** @param action without handler */
    private record Made(ObjectNode action, ObjectNode types) {}

    static int run(Invocation in) {
        var name = in.arguments().getFirst();
        if (!NameCodec.isGraphqlName(name)) {
            throw Failed.usage("\"" + name + "\" is no name in GraphQL");
        }
        var kind = kind(in);
        if (in.flag("--with-codegen")) {
            CodegenCommand.framework(in);
        }
        var project = in.settings().project();
        if (project.metadataFile() != null) {
            throw Failed.files("this project keeps its metadata in one file; create the action there");
        }
        var metadata = in.local().project().metadata();
        refuseTwice(metadata.path("actions"), name, "action");
        var operation = in.option("--derive-from");
        var made = operation == null ? sample(name) : derived(in, name, operation);
        metadata.path("custom_types")
                .forEach(there -> made.types()
                        .forEach(list -> list.forEach(type -> {
                            refuseTwice(there, type.path("name").asString(""), "custom type");
                        })));
        complete(in, made, kind);
        var files = LocalMetadata.files(project.metadata(), in.surroundings().folder());
        ActionAddition.to(files, List.of(made.action()), made.types())
                .forEach((file, text) -> FolderWriter.replace(project.metadata().resolve(file), text));
        in.say("Action " + name + " written to actions.graphql and actions.yaml. Next: \"dovetail metadata apply\"");
        if (in.flag("--with-codegen")) {
            CodegenCommand.generate(in, List.of(name), operation);
        }
        return Exit.DONE;
    }

    private static String kind(Invocation in) {
        var kind = in.settings().actionKind();
        if (!kind.equals("synchronous") && !kind.equals("asynchronous")) {
            throw Failed.usage("the kind \"" + kind + "\" is neither synchronous nor asynchronous"
                    + in.settings().origin("actions.kind"));
        }
        return kind;
    }

    private static void refuseTwice(JsonNode there, String name, String what) {
        for (var each : there) {
            if (each.path("name").asString("").equals(name)) {
                throw Failed.files(what + " " + name + " already exists in actions.graphql");
            }
        }
    }

    private static Made derived(Invocation in, String name, String operation) {
        var arguments = Json.object().put("operation", operation).put("name", name);
        try {
            var answer = in.server().command("dovetail_derive_action", arguments);
            if (answer.get("action") instanceof ObjectNode action
                    && answer.get("custom_types") instanceof ObjectNode types) {
                return new Made(action, types);
            }
            throw Failed.noServer("the server does not tell what the action would be");
        } catch (Refusal refusal) {
            throw Failed.refused("no action can be derived: " + new Faults(null).refusal(refusal));
        }
    }

    /** A beginning, to be written over. */
    private static Made sample(String name) {
        var type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        var action = Json.object().put("name", name);
        var definition = action.putObject("definition").put("type", "mutation");
        definition.putArray("arguments").addObject().put("name", "arg1").put("type", type + "Input!");
        definition.put("output_type", type + "Output");
        var types = Json.object();
        var input = types.putArray("input_objects").addObject().put("name", type + "Input");
        fields(input, "username", "password");
        fields(types.putArray("objects").addObject().put("name", type + "Output"), "accessToken");
        return new Made(action, types);
    }

    private static void fields(ObjectNode type, String... names) {
        var fields = type.putArray("fields");
        for (var name : names) {
            fields.addObject().put("name", name).put("type", "String!");
        }
    }

    private static void complete(Invocation in, Made made, String kind) {
        var definition = made.action().withObjectProperty("definition");
        var name = made.action().path("name").asString("");
        definition.put("handler", in.settings().actionWebhook().replaceAll("/+$", "") + "/" + name);
        if (definition.path("type").asString("").equals("query")) {
            return;
        }
        definition.put("kind", kind);
        var objects = made.types().path("objects");
        // The answer of an asynchronous action either holds objects or has relationships.
        if (kind.equals("asynchronous") && objects.size() > 1) {
            objects.forEach(type -> ((ObjectNode) type).remove("relationships"));
        }
    }
}
