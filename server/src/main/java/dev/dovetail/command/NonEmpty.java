package dev.dovetail.command;

import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import tools.jackson.databind.JsonNode;

/** Decodes text that must not be empty. */
final class NonEmpty {
    private NonEmpty() {}

    static String text(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        if (text.isEmpty()) throw Fields.fail(path, "empty string not allowed");
        return text;
    }
}
