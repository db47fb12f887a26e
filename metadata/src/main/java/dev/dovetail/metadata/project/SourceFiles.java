package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the sources: one file that includes, per source, a list that includes one file per table or function. */
final class SourceFiles {
    private static final KeyOrder SOURCE = new KeyOrder(
            "name",
            "kind",
            "configuration",
            "query_tags",
            "customization",
            "health_check",
            "logical_models",
            "native_queries",
            "stored_procedures");

    private final SequencedMap<String, String> files;
    private final FileNames folders = new FileNames("databases.yaml");

    private SourceFiles(SequencedMap<String, String> files) {
        this.files = files;
    }

    static void write(JsonNode sources, SequencedMap<String, String> files) {
        var writer = new SourceFiles(files);
        var written = Json.array();
        for (var source : sources) {
            written.add(source instanceof ObjectNode object ? writer.source(object) : source);
        }
        files.put(Layout.DATABASES, YamlWriter.write(written));
    }

    private JsonNode source(ObjectNode source) {
        var folder = folders.folder(source.path("name").asString(""));
        var written = (ObjectNode) SOURCE.of(source);
        written.remove("tables");
        written.remove("functions");
        if (source.get("tables") instanceof ArrayNode tables) {
            written.set("tables", list(tables, folder, "table"));
        } else if (source.has("tables")) {
            written.set("tables", source.get("tables"));
        }
        if (source.get("functions") instanceof ArrayNode functions && !functions.isEmpty()) {
            written.set("functions", list(functions, folder, "function"));
        } else if (source.has("functions")) {
            written.set("functions", source.get("functions"));
        }
        return written;
    }

    /** {@code what}: "table" or "function", which is also the key of the object's name. */
    private JsonNode list(ArrayNode objects, String source, String what) {
        var index = what + "s.yaml";
        var folder = source + "/" + what + "s/";
        var names = new FileNames(index);
        var includes = Json.array();
        for (var object : objects) {
            var name = names.file(object.path(what));
            files.put(Layout.DATABASES_FOLDER + folder + name, YamlWriter.write(object));
            includes.add(new Include(name).node());
        }
        files.put(Layout.DATABASES_FOLDER + folder + index, YamlWriter.write(includes));
        return new Include(folder + index).node();
    }
}
