package dev.dovetail.execute;

import java.util.ArrayList;
import java.util.Arrays;
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
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    private final byte[] json;
    private final int end;
    private final List<JsonNode> elements = new ArrayList<>();
    private int at;

    /** @param first the list's opening bracket, and {@code end} its closing one */
    private RawElements(byte[] json, int first, int end) {
        this.json = json;
        this.at = first;
        this.end = end;
    }

    /** Empty when it is no list. */
    static Optional<List<JsonNode>> of(byte[] json) {
        var first = past(json, 0, json.length);
        var end = trimmed(json, first, json.length) - 1;
        return end > first && json[first] == '[' && json[end] == ']'
                ? Optional.of(new RawElements(json, first, end).all())
                : Optional.empty();
    }

    private List<JsonNode> all() {
        var start = at + 1;
        var depth = 0;
        for (at++; at < end; at++) {
            switch (json[at]) {
                case '"' -> skipText();
                case '[', '{' -> depth++;
                case ']', '}' -> depth--;
                case ',' -> {
                    if (depth == 0) {
                        add(start);
                        start = at + 1;
                    }
                }
                default -> {}
            }
        }
        if (past(json, start, end) < end) {
            add(start);
        }
        return elements;
    }

    /** To its closing quote. The bytes of a letter outside ASCII are all negative, so none is taken for a sign. */
    private void skipText() {
        for (at++; json[at] != '"'; at++) {
            if (json[at] == '\\') {
                at++;
            }
        }
    }

    /** What stands from there to here. */
    private void add(int start) {
        var from = past(json, start, at);
        var to = trimmed(json, from, at);
        var nodes = JsonNodeFactory.instance;
        elements.add(
                Arrays.equals(json, from, to, NULL, 0, NULL.length)
                        ? nodes.nullNode()
                        : nodes.rawValueNode(new RawValue(new RawSlice(json, from, to - from))));
    }

    private static int past(byte[] json, int from, int to) {
        var at = from;
        while (at < to && isBlank(json[at])) {
            at++;
        }
        return at;
    }

    private static int trimmed(byte[] json, int from, int to) {
        var at = to;
        while (at > from && isBlank(json[at - 1])) {
            at--;
        }
        return at;
    }

    private static boolean isBlank(byte sign) {
        return sign == ' ' || sign == '\n' || sign == '\r' || sign == '\t';
    }
}
