package dev.dovetail.execute;

import java.util.List;
import java.util.stream.Collectors;

/** Texts as the literal of a Postgres array. */
final class ArrayText {
    private ArrayText() {}

    static String of(List<String> items) {
        return items.stream().map(ArrayText::quoted).collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String item) {
        return '"' + item.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
