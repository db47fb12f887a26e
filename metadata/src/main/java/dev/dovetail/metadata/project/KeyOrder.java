package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The order of an object's keys in a file: those known come first, the others follow as they came. */
record KeyOrder(List<String> first) {
    KeyOrder(String... first) {
        this(List.of(first));
    }

    JsonNode of(JsonNode value) {
        if (!(value instanceof ObjectNode object)) {
            return value;
        }
        var ordered = Json.object();
        for (var key : first) {
            if (object.has(key)) {
                ordered.set(key, object.get(key));
            }
        }
        object.properties().forEach(entry -> ordered.putIfAbsent(entry.getKey(), entry.getValue()));
        return ordered;
    }
}
