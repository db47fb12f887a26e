package dev.dovetail.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as the literal of a Postgres array. */
final class ArrayText {
    private ArrayText() {}

    static String of(List<String> items) {
        return items.stream().map(ArrayText::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    /** A list of lists has as many dimensions; a string is taken for a literal; any other value is a list of one. */
    static String of(JsonNode value) {
        if (value.isString()) {
            return value.stringValue();
        }
        var items = new ArrayList<String>();
        (value.isArray() ? value : List.of(value)).forEach(item -> items.add(item(item)));
        return String.join(",", items).transform(inner -> "{" + inner + "}");
    }

    private static String item(JsonNode item) {
        if (item.isArray()) {
            return of(item);
        }
        var text = JsonText.of(item);
        return text == null ? "NULL" : quoted(text);
    }

    private static String quoted(String item) {
        return '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
