package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the actions and their types: what SDL can say in {@code actions.graphql}, the rest in {@code actions.yaml}.
 */
final class ActionFiles {
    /** In the reference's order, which is also that of the SDL. */
    static final List<String> TYPE_KINDS = List.of("enums", "input_objects", "objects", "scalars");

    /** What the reference does not know; the SDL says all of it. */
    static final List<String> MORE_TYPE_KINDS = List.of("interfaces", "unions");

    /** What the SDL says of an action. */
    static final Set<String> IN_SDL = Set.of("type", "arguments", "output_type");

    /** What the SDL says of a field or argument. */
    static final Set<String> FIELD_IN_SDL = Set.of("name", "type", "description", "arguments");

    private static final KeyOrder ACTION = new KeyOrder("name", "definition", "permissions", "comment");
    private static final KeyOrder DEFINITION = new KeyOrder(
            "kind",
            "handler",
            "forward_client_headers",
            "headers",
            "timeout",
            "request_transform",
            "response_transform");
    private static final KeyOrder TYPE = new KeyOrder("name", "description", "fields", "values", "relationships");

    private ActionFiles() {}

    static void write(JsonNode actions, JsonNode types, SequencedMap<String, String> files) {
        var written = Json.object();
        var list = written.putArray("actions");
        actions.forEach(action -> list.add(action(action)));
        written.set("custom_types", types(types));
        files.put(Layout.ACTIONS_SDL, ActionSdl.write(actions, types));
        files.put(Layout.ACTIONS, YamlWriter.write(written));
    }

    private static JsonNode action(JsonNode action) {
        var written = ACTION.of(action.deepCopy());
        if (written.get("definition") instanceof ObjectNode definition) {
            // An action of type query has no kind; the reference then writes an empty one.
            definition.putIfAbsent("kind", Json.string(""));
            definition.remove(List.of("type", "output_type"));
            keepRest(definition, "arguments");
            ((ObjectNode) written).set("definition", DEFINITION.of(definition));
        }
        return written;
    }

    private static JsonNode types(JsonNode types) {
        var written = Json.object();
        for (var kind : TYPE_KINDS) {
            var list = written.putArray(kind);
            types.path(kind).forEach(type -> list.add(type(type)));
        }
        types.properties().forEach(entry -> {
            if (!MORE_TYPE_KINDS.contains(entry.getKey())) {
                written.putIfAbsent(entry.getKey(), entry.getValue());
            }
        });
        return written;
    }

    private static JsonNode type(JsonNode type) {
        var written = TYPE.of(type.deepCopy());
        if (written instanceof ObjectNode object) {
            object.remove("interfaces");
            keepRest(object, "fields");
        }
        return written;
    }

    /** Leaves of the list's elements what the SDL cannot say, and nothing of the list when that is all. */
    private static void keepRest(ObjectNode owner, String key) {
        if (!(owner.remove(key) instanceof ArrayNode list)) {
            return;
        }
        var rest = Json.array();
        for (var element : list) {
            var kept = Json.object();
            element.properties().stream()
                    .filter(entry -> !FIELD_IN_SDL.contains(entry.getKey())
                            || (entry.getKey().equals("arguments") && !ActionSdl.arguments(entry.getValue())))
                    .forEach(entry -> kept.set(entry.getKey(), entry.getValue()));
            if (!kept.isEmpty()) {
                var named = Json.object();
                named.set("name", element.path("name"));
                named.setAll(kept);
                rest.add(named);
            }
        }
        if (!rest.isEmpty()) {
            owner.set(key, rest);
        }
    }
}
