package dev.dovetail.metadata.project;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.MetadataCodec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts actions and their types into the files of a project, as the reference's CLI does: the new SDL before what the
 * file says. Comments and the order of what is there stay.
 */
public final class ActionAddition {
    private static final List<List<String>> LISTS = Stream.concat(
                    Stream.of(List.of("actions")),
                    ActionFiles.TYPE_KINDS.stream().map(kind -> List.of("custom_types", kind)))
            .toList();

    private ActionAddition() {}

    /**
     * The files that change, by name.
     *
     * @param actions as in {@code metadata.actions}
     * @param types as {@code metadata.custom_types}; none is there already
     * @throws ProjectException when the project cannot be read
     */
    public static SequencedMap<String, String> to(ProjectFiles files, List<ObjectNode> actions, ObjectNode types) {
        var fresh = new LinkedHashMap<String, String>();
        ActionFiles.write(Json.array().addAll(actions), types, fresh);
        var yaml = files.read(Layout.ACTIONS);
        var sdl = files.read(Layout.ACTIONS_SDL);
        var changed = new LinkedHashMap<String, String>();
        changed.put(Layout.ACTIONS_SDL, String.join("\n\n", written(fresh.get(Layout.ACTIONS_SDL)), text(sdl)));
        var added = isNothing(yaml)
                ? text(fresh.get(Layout.ACTIONS))
                : YamlLists.add(text(yaml), text(fresh.get(Layout.ACTIONS)), LISTS);
        var wanted = with(ProjectReader.read(files).metadata(), actions, types);
        if (added != null) {
            changed.put(Layout.ACTIONS, added);
            if (reads(files, changed, wanted)) {
                return changed;
            }
        }
        // Written in some way that is not understood line by line: comments are lost then.
        var all = ProjectWriter.write(wanted);
        changed.put(Layout.ACTIONS, text(all.get(Layout.ACTIONS)));
        return changed;
    }

    private static String written(@Nullable String sdl) {
        return text(sdl).stripTrailing();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static boolean isNothing(@Nullable String yaml) {
        return yaml == null || yaml.isBlank();
    }

    private static ObjectNode with(ObjectNode metadata, List<ObjectNode> actions, ObjectNode types) {
        var wanted = metadata.deepCopy();
        wanted.withArrayProperty("actions").addAll(actions);
        if (!types.isEmpty()) {
            var all = wanted.withObjectProperty("custom_types");
            types.properties().forEach(kind -> kind.getValue().forEach(all.withArrayProperty(kind.getKey())::add));
        }
        return wanted;
    }

    private static boolean reads(ProjectFiles files, SequencedMap<String, String> changed, ObjectNode wanted) {
        try {
            var read = ProjectReader.read(path -> changed.containsKey(path) ? changed.get(path) : files.read(path));
            return normal(read.metadata()).equals(normal(wanted));
        } catch (ProjectException e) {
            return false;
        }
    }

    /** The order of actions and types means nothing. */
    private static JsonNode normal(ObjectNode metadata) {
        var normal = MetadataCodec.encode(MetadataCodec.decode(metadata, Path.ROOT));
        sort(normal, "actions");
        if (normal.get("custom_types") instanceof ObjectNode types) {
            List.copyOf(types.propertyNames()).forEach(kind -> sort(types, kind));
        }
        return normal;
    }

    private static void sort(ObjectNode owner, String key) {
        var sorted = new ArrayList<JsonNode>();
        owner.path(key).forEach(sorted::add);
        sorted.sort(Comparator.comparing(each -> each.path("name").asString("")));
        owner.set(key, Json.array().addAll(sorted));
    }
}
