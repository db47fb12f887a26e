package dev.dovetail.execute;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.util.RawValue;

/**
 * Takes a JSON list apart without reading its elements: nodes that are written as they came. For what goes into an
 * answer and is not looked into any more; the JSON must be valid, as Postgres's is.
 */
final class RawElements {
    private final String json;
    private final List<JsonNode> elements = new ArrayList<>();
    private int at;

    private RawElements(String json) {
        this.json = json;
    }

    /** Empty when it is no list. */
    static Optional<List<JsonNode>> of(byte[] json) {
        var list = new RawElements(new String(json, StandardCharsets.UTF_8).strip());
        return list.json.startsWith("[") && list.json.endsWith("]") ? Optional.of(list.all()) : Optional.empty();
    }

    private List<JsonNode> all() {
        var start = 1;
        var depth = 0;
        for (at = 1; at < json.length() - 1; at++) {
            switch (json.charAt(at)) {
                case '"' -> skipText();
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        add(json.substring(start, at).strip());
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        var last = json.substring(start, json.length() - 1).strip();
        if (!last.isEmpty()) {
            add(last);
        }
        return elements;
    }

    /** To its closing quote. */
    private void skipText() {
        for (at++; json.charAt(at) != '"'; at++) {
            if (json.charAt(at) == '\\') {
                at++;
            }
        }
    }

    private void add(String element) {
        var nodes = JsonNodeFactory.instance;
        elements.add(element.equals("null") ? nodes.nullNode() : nodes.rawValueNode(new RawValue(element)));
    }
}
