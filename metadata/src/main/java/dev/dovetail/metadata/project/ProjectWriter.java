package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Lays metadata out as files. */
public final class ProjectWriter {
    private static final Set<String> WRITTEN_APART = Set.of("version", "sources", "actions", "custom_types");
    private static final KeyOrder REMOTE_SCHEMA =
            new KeyOrder("name", "definition", "comment", "permissions", "remote_relationships");
    private static final KeyOrder COLLECTION = new KeyOrder("name", "definition");

    private ProjectWriter() {}

    /**
     * The files of a metadata directory, by path. What the metadata does not have is written as empty, except for
     * {@value Layout#OTHER}.
     *
     * @param metadata version 3, as {@code export_metadata} gives it
     */
    public static SequencedMap<String, String> write(ObjectNode metadata) {
        var files = new LinkedHashMap<String, String>();
        files.put(Layout.VERSION, "version: 3\n");
        SourceFiles.write(metadata.path("sources"), files);
        ActionFiles.write(metadata.path("actions"), metadata.path("custom_types"), files);
        var other = metadata.deepCopy();
        other.remove(WRITTEN_APART);
        for (var part : Layout.PARTS) {
            var value = other.remove(part.key());
            files.put(part.file(), YamlWriter.write(value == null ? part.empty() : ordered(part.key(), value)));
        }
        if (!other.isEmpty()) {
            files.put(Layout.OTHER, YamlWriter.write(other));
        }
        return files;
    }

    private static JsonNode ordered(String key, JsonNode value) {
        return switch (key) {
            case "remote_schemas" -> each(value, REMOTE_SCHEMA);
            case "query_collections" -> each(value, COLLECTION);
            default -> value;
        };
    }

    private static JsonNode each(JsonNode list, KeyOrder order) {
        if (!list.isArray()) {
            return list;
        }
        var ordered = Json.array();
        list.forEach(element -> ordered.add(order.of(element)));
        return ordered;
    }
}
