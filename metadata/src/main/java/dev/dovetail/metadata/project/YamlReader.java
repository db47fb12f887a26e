package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads YAML (1.2, core schema, with merge keys) as JSON with places, and puts what is included in its place. Throws
 * {@link ProjectException}.
 */
final class YamlReader {
    private static final int SIZE_MAX = Integer.MAX_VALUE;
    private static final int DEPTH_MAX = 400;

    /** What an alias stands for counts each time. */
    private static final int NODES_MAX = 2_000_000;

    private final ProjectFiles files;
    /** The files that are being read, each included by the one before. */
    private final Deque<String> open = new ArrayDeque<>();

    private int depth;
    private int nodes;

    YamlReader(ProjectFiles files) {
        this.files = files;
    }

    /** Null when there is no such file, or nothing in it. */
    @Nullable
    Tree read(String file) {
        var text = files.read(file);
        return text == null ? null : parse(file, text);
    }

    /** A text of our own making or from elsewhere; {@code file} is what places call it. Null when it is empty. */
    @Nullable
    Tree parse(String file, String text) {
        open.addLast(file);
        try {
            return compose(file, text).map(this::tree).orElse(null);
        } finally {
            open.removeLast();
        }
    }

    private static Optional<Node> compose(String file, String text) {
        var settings = LoadSettings.builder()
                .setSchema(new CoreSchema())
                .setCodePointLimit(SIZE_MAX)
                .setAllowNonScalarKeys(true)
                .setAllowDuplicateKeys(true)
                .build();
        try {
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            var context = e.getContext() == null || e.getContext().isEmpty() ? "" : e.getContext() + ": ";
            throw new ProjectException(
                    new Place(file, line(e.getProblemMark())), "not YAML: " + context + e.getProblem());
        } catch (YamlEngineException e) {
            throw new ProjectException(new Place(file, 1), "not YAML: " + e.getMessage());
        }
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }

    private Place place(Node node) {
        return new Place(open.getLast(), line(node.getStartMark()));
    }

    private Tree tree(Node node) {
        if (++depth > DEPTH_MAX) {
            throw new ProjectException(place(node), "nested deeper than " + DEPTH_MAX);
        }
        if (++nodes > NODES_MAX) {
            throw new ProjectException(place(node), "more than " + NODES_MAX + " values");
        }
        try {
            return switch (node) {
                case MappingNode mapping -> mapping(mapping);
                case SequenceNode sequence ->
                    new Tree.Items(sequence.getValue().stream().map(this::tree).toList(), place(node));
                case ScalarNode scalar -> scalar(scalar);
                default -> throw new ProjectException(place(node), "an anchor that includes itself");
            };
        } finally {
            depth--;
        }
    }

    private Tree mapping(MappingNode mapping) {
        var fields = new LinkedHashMap<String, Tree>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new ProjectException(place(entry.getKeyNode()), "a key that is a list or an object");
            }
            var value = tree(entry.getValueNode());
            if (fields.putIfAbsent(key.getValue(), value) != null) {
                throw new ProjectException(place(key), "the key " + key.getValue() + " stands here a second time");
            }
        }
        return new Tree.Fields(fields, place(mapping));
    }

    private Tree scalar(ScalarNode scalar) {
        var text = scalar.getValue();
        var place = place(scalar);
        if (scalar.getTag().getValue().equals(Include.TAG)) {
            return include(place, text.strip());
        }
        if (Include.mistakable(text) && scalar.getScalarStyle() != ScalarStyle.SINGLE_QUOTED) {
            return include(place, Include.pathIn(text));
        }
        return new Tree.Leaf(value(scalar.getTag(), text, place), place);
    }

    private static JsonNode value(Tag tag, String text, Place place) {
        var nodes = JsonNodeFactory.instance;
        if (tag.equals(Tag.NULL)) {
            return nodes.nullNode();
        }
        if (tag.equals(Tag.BOOL)) {
            return nodes.booleanNode(text.equalsIgnoreCase("true"));
        }
        try {
            return tag.equals(Tag.INT) ? integer(text) : tag.equals(Tag.FLOAT) ? decimal(text) : Json.string(text);
        } catch (NumberFormatException e) {
            throw new ProjectException(place, "a number that JSON cannot hold: " + text);
        }
    }

    /** Read as JSON reads it, so that equal numbers are equal nodes. */
    private static JsonNode integer(String text) {
        var radix = text.startsWith("0x") ? 16 : text.startsWith("0o") ? 8 : 10;
        return Json.read(new BigInteger(radix == 10 ? text : text.substring(2), radix).toString());
    }

    private static JsonNode decimal(String text) {
        return Json.read(new BigDecimal(text).toString());
    }

    /** YAML is read in its turn; of any other file the text is the value. */
    private Tree include(Place place, String path) {
        var file = Include.resolve(place.file(), path);
        if (open.contains(file)) {
            throw new ProjectException(place, "the file " + path + " includes itself");
        }
        var text = files.read(file);
        if (text == null) {
            throw new ProjectException(place, "there is no file " + path + " to include");
        }
        if (!List.of("yaml", "yml").contains(path.substring(path.lastIndexOf('.') + 1))) {
            return new Tree.Leaf(Json.string(text), new Place(file, 1));
        }
        var included = parse(file, text);
        return included == null ? new Tree.Leaf(JsonNodeFactory.instance.nullNode(), new Place(file, 1)) : included;
    }
}
