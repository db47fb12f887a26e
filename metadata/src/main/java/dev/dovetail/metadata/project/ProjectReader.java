package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads a metadata directory. What it does not find it takes for empty, as the reference's CLI does. */
public final class ProjectReader {
    private static final int VERSION = 3;

    private final YamlReader yaml;
    private final ProjectFiles files;
    private final SequencedMap<String, Tree> metadata = new LinkedHashMap<>();

    private ProjectReader(ProjectFiles files) {
        this.files = files;
        this.yaml = new YamlReader(files);
    }

    /** Whether there is metadata in the directory at all. */
    public static boolean present(ProjectFiles files) {
        return files.read(Layout.VERSION) != null || files.read(Layout.DATABASES) != null;
    }

    /** @throws ProjectException with the first fault and its place */
    public static Project read(ProjectFiles files) {
        return new ProjectReader(files).project();
    }

    /** A whole metadata in one text of YAML or JSON; {@code file} is what places call it. */
    public static Project readOne(String file, String text) {
        var tree = new YamlReader(path -> null).parse(file, text);
        if (!(tree instanceof Tree.Fields fields)) {
            throw new ProjectException(new Place(file, 1), "an object is expected here");
        }
        // Both answers of export_metadata are taken: the bare metadata, and that of version 2.
        return new Project(fields.get("metadata") instanceof Tree.Fields inner ? inner : fields);
    }

    private Project project() {
        version();
        sources();
        var sdl = files.read(Layout.ACTIONS_SDL);
        ActionReader.read(sdl == null ? "" : sdl, object(Layout.ACTIONS), metadata);
        for (var part : Layout.PARTS) {
            var value = yaml.read(part.file());
            if (value != null && !value.isNull() && !isEmpty(part, value)) {
                metadata.put(part.key(), expected(part.empty(), value));
            }
        }
        if (object(Layout.OTHER) instanceof Tree.Fields(var other, var _)) {
            other.forEach((key, value) -> {
                if (metadata.putIfAbsent(key, value) != null) {
                    throw new ProjectException(value.place(), key + " stands in a file of its own already");
                }
            });
        }
        return new Project(new Tree.Fields(metadata, new Place(Layout.VERSION, 1)));
    }

    private static boolean isEmpty(Layout.Part part, Tree value) {
        var json = value.json();
        return json.isContainer() && json.isEmpty() || json.equals(part.empty());
    }

    private void version() {
        var version = object(Layout.VERSION);
        var number = version == null ? null : version.get("version");
        if (number != null && !number.json().asString().equals(String.valueOf(VERSION))) {
            throw new ProjectException(
                    number.place(), "metadata of version " + number.json().asString() + "; only 3 is read");
        }
        var place = number == null ? new Place(Layout.VERSION, 1) : number.place();
        metadata.put("version", new Tree.Leaf(Json.read(String.valueOf(VERSION)), place));
    }

    private void sources() {
        var sources = yaml.read(Layout.DATABASES);
        metadata.put(
                "sources",
                sources == null || sources.isNull()
                        ? new Tree.Leaf(Json.array(), new Place(Layout.DATABASES, 1))
                        : expected(Json.array(), sources));
    }

    private @Nullable Tree object(String file) {
        var tree = yaml.read(file);
        return tree == null || tree.isNull() ? null : expected(Json.object(), tree);
    }

    private static Tree expected(JsonNode like, Tree value) {
        var found = value.json();
        if (found.getNodeType() != like.getNodeType()) {
            throw new ProjectException(
                    value.place(), "expected " + Json.kind(like) + " here, but found " + Json.kind(found));
        }
        return value;
    }
}
