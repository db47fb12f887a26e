package dev.dovetail.metadata.project;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Names for the files of one folder, each given out once, whatever the file system thinks of upper and lower case. A
 * name never leads out of its folder. It is an address only: what an object is called stands in the file.
 */
final class FileNames {
    private static final String ENDING = ".yaml";
    private static final String FORBIDDEN = "/\\:*?\"<>|";

    private final Set<String> taken;

    /** {@code reserved} is not given out. */
    FileNames(String... reserved) {
        this.taken = Stream.of(reserved).map(FileNames::folded).collect(Collectors.toCollection(HashSet::new));
    }

    /** {@code public_users.yaml} for a table or function, which is a text, an object or a list of parts. */
    String file(JsonNode object) {
        return give(stem(object), ENDING);
    }

    String folder(String name) {
        return give(name, "");
    }

    private String give(String stem, String ending) {
        var safe = safe(stem);
        var name = safe + ending;
        for (var number = 2; !taken.add(folded(name)); number++) {
            name = safe + "_" + number + ending;
        }
        return name;
    }

    private static String stem(JsonNode object) {
        if (object.isArray()) {
            return object.valueStream().map(part -> part.asString("")).collect(Collectors.joining("_"));
        }
        if (object.isString()) {
            return "public_" + object.stringValue();
        }
        var schema = object.path("schema").asString("");
        return (schema.isEmpty() ? object.path("dataset").asString("") : schema) + "_"
                + object.path("name").asString("");
    }

    /** Without what some file system cannot take; a leading dot would hide the file, or lead upwards. */
    private static String safe(String stem) {
        var safe = stem.codePoints()
                .map(c -> c < ' ' || FORBIDDEN.indexOf(c) >= 0 ? '_' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return safe.isBlank() ? "_" : safe.startsWith(".") ? "_" + safe.substring(1) : safe;
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
