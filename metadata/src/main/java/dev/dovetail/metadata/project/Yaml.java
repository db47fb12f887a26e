package dev.dovetail.metadata.project;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** YAML outside of a metadata directory: configuration, and metadata in one text. */
public final class Yaml {
    private Yaml() {}

    /**
     * Null when there is nothing in the text.
     *
     * @param file what places call it
     * @throws ProjectException when it is no YAML
     */
    public static @Nullable Tree read(String file, String text) {
        return new YamlReader(path -> null).parse(file, text);
    }

    /** Ends with a line feed. */
    public static String write(JsonNode value) {
        return YamlWriter.write(value);
    }
}
