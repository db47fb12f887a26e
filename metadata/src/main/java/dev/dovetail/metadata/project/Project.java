package dev.dovetail.metadata.project;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Metadata that was read from files. */
public record Project(Tree root) {
    private static final Pattern STEP =
            Pattern.compile("\\.([A-Za-z0-9_-]+)|\\[(\\d+)]|\\[\"((?:[^\"\\\\]|\\\\.)*)\"]");
    private static final Pattern PREFIX = Pattern.compile("^\\$(\\.args(\\[\\d+])?)*(\\.metadata)?");

    /** Version 3, as {@code replace_metadata} takes it. */
    public ObjectNode metadata() {
        return (ObjectNode) root.json();
    }

    /**
     * Where the innermost part stands that a server's path leads to, {@code $.args.metadata.sources[0].tables[3]};
     * empty when it does not even begin in the metadata.
     */
    public Optional<Place> place(String path) {
        var at = root;
        var steps = STEP.matcher(PREFIX.matcher(path).replaceFirst(""));
        var position = 0;
        while (steps.find() && steps.start() == position) {
            var next = next(at, steps.group(1), steps.group(2), steps.group(3));
            if (next == null) {
                break;
            }
            at = next;
            position = steps.end();
        }
        return at == root ? Optional.empty() : Optional.of(at.place());
    }

    /**
     * Where an object stands that a server reports as inconsistent; that of what it is in, when it is not found itself.
     *
     * @param type {@code object_relation}
     * @param name {@code object_relation author in table article in source default}
     * @param reason what is wrong with it
     */
    public Optional<Place> placeOf(String type, String name, String reason) {
        return new ObjectPlaces(root).find(type, name, reason);
    }

    private static @Nullable Tree next(Tree at, @Nullable String key, @Nullable String index, @Nullable String quoted) {
        if (index != null) {
            var number = index.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(index);
            return number < at.elements().size() ? at.elements().get(number) : null;
        }
        return at.get(key != null ? key : String.valueOf(quoted).replaceAll("\\\\(.)", "$1"));
    }
}
