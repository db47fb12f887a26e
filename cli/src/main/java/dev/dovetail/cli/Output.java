package dev.dovetail.cli;

import dev.dovetail.metadata.project.Yaml;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A form in which metadata is printed. */
enum Output {
    JSON,
    YAML;

    static @Nullable Output of(@Nullable String word) {
        return switch (word) {
            case null -> null;
            case "json" -> JSON;
            case "yaml" -> YAML;
            default -> throw Failed.usage("--output " + word + ": expected json or yaml");
        };
    }

    String text(JsonNode value) {
        return switch (this) {
            case JSON -> JsonText.write(value);
            case YAML -> Yaml.write(value);
        };
    }
}
