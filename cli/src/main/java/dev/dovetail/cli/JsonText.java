package dev.dovetail.cli;

import dev.dovetail.json.Json;
import tools.jackson.databind.JsonNode;

/** JSON for people: two blanks per level, one line per value. */
final class JsonText {
    private final StringBuilder out = new StringBuilder();

    private JsonText() {}

    /** Ends with a line feed. */
    static String write(JsonNode value) {
        var text = new JsonText();
        text.value(value, "\n");
        return text.out.append('\n').toString();
    }

    private void value(JsonNode value, String lineStart) {
        if (!value.isContainer() || value.isEmpty()) {
            out.append(Json.write(value));
            return;
        }
        var inner = lineStart + "  ";
        var separator = "";
        out.append(value.isObject() ? '{' : '[');
        if (value.isObject()) {
            for (var entry : value.properties()) {
                out.append(separator)
                        .append(inner)
                        .append(Json.write(Json.string(entry.getKey())))
                        .append(": ");
                value(entry.getValue(), inner);
                separator = ",";
            }
        } else {
            for (var element : value) {
                out.append(separator).append(inner);
                value(element, inner);
                separator = ",";
            }
        }
        out.append(lineStart).append(value.isObject() ? '}' : ']');
    }
}
