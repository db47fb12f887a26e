package dev.dovetail.template;

import dev.dovetail.json.Json;
import tools.jackson.databind.JsonNode;

/** What functions do with lists and objects. */
final class ListFunctions {
    private ListFunctions() {}

    static JsonNode notEmpty(JsonNode list) {
        if (list.isEmpty()) {
            throw new FunctionFailure("Empty array");
        }
        return list;
    }

    static JsonNode tail(JsonNode list) {
        notEmpty(list);
        var tail = Json.array();
        for (var i = 1; i < list.size(); i++) {
            tail.add(list.get(i));
        }
        return tail;
    }

    static JsonNode reversed(JsonNode list) {
        var reversed = Json.array();
        for (var i = list.size() - 1; i >= 0; i--) {
            reversed.add(list.get(i));
        }
        return reversed;
    }

    static JsonNode removeNulls(JsonNode value) {
        var kept = Json.array();
        for (var item : list(value, "Array")) {
            if (!item.isNull()) {
                kept.add(item);
            }
        }
        return kept;
    }

    static JsonNode toPairs(JsonNode value) {
        if (!value.isObject()) {
            throw Functions.mismatch("Object", "Object", value);
        }
        var pairs = Json.array();
        Values.sorted(value).forEach((name, of) -> pairs.addArray().add(name).add(of));
        return pairs;
    }

    static JsonNode fromPairs(JsonNode value) {
        var object = Json.object();
        for (var pair : list(value, "Nested Arrays")) {
            if (list(pair, "Array of Pair").size() != 2) {
                throw new FunctionFailure("Expected an array of shape [ [k1,v1], [k2,v2] ... ] - With String keys.");
            }
            if (!pair.get(0).isString()) {
                throw Functions.mismatch("Key", "String", pair.get(0));
            }
            object.set(pair.get(0).stringValue(), pair.get(1));
        }
        return object;
    }

    /** All lists, all strings or all objects; of equal names the last one counts. */
    static JsonNode concat(JsonNode value) {
        var parts = list(value, "Array");
        if (parts.valueStream().allMatch(JsonNode::isArray)) {
            var all = Json.array();
            parts.forEach(part -> part.forEach(all::add));
            return all;
        }
        if (parts.valueStream().allMatch(JsonNode::isString)) {
            var text = new StringBuilder();
            parts.forEach(part -> text.append(part.stringValue()));
            return Json.string(text.toString());
        }
        var all = Json.object();
        for (var part : parts) {
            if (!part.isObject()) {
                throw Functions.mismatch("Nested Object", "Object", part);
            }
            part.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        }
        return all;
    }

    private static JsonNode list(JsonNode value, String what) {
        if (!value.isArray()) {
            throw Functions.mismatch(what, "Array", value);
        }
        return value;
    }
}
