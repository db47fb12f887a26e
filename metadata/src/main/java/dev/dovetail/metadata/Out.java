package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a JSON object in the order of the calls, leaving out what is absent, empty or false. */
public final class Out {
    private final ObjectNode object = Json.object();

    private Out() {}

    public static Out object() {
        return new Out();
    }

    public Out put(String key, @Nullable JsonNode value) {
        if (value != null) object.set(key, value);
        return this;
    }

    public Out put(String key, @Nullable String value) {
        if (value != null) object.put(key, value);
        return this;
    }

    public Out put(String key, @Nullable Integer value) {
        if (value != null) object.set(key, IntNode.valueOf(value));
        return this;
    }

    public Out put(String key, @Nullable Boolean value) {
        if (value != null) object.set(key, BooleanNode.valueOf(value));
        return this;
    }

    public Out ifTrue(String key, boolean value) {
        if (value) object.put(key, true);
        return this;
    }

    public Out ifAny(String key, ObjectNode value) {
        if (!value.isEmpty()) object.set(key, value);
        return this;
    }

    public <T> Out list(String key, List<T> elements, Function<T, JsonNode> encode) {
        return elements.isEmpty() ? this : fullList(key, elements, encode);
    }

    /** As {@link #list}, written when empty too. */
    public <T> Out fullList(String key, List<T> elements, Function<T, JsonNode> encode) {
        object.set(key, array(elements, encode));
        return this;
    }

    /** As {@link #list}, sorted as the reference sorts it. */
    public <T, K extends Comparable<K>> Out sorted(
            String key, List<T> elements, Function<T, K> order, Function<T, JsonNode> encode) {
        return list(key, sort(elements, order), encode);
    }

    public Out rest(ObjectNode rest) {
        object.setAll(rest);
        return this;
    }

    public ObjectNode done() {
        return object;
    }

    public static <T, K extends Comparable<K>> List<T> sort(List<T> elements, Function<T, K> order) {
        return elements.stream().sorted(Comparator.comparing(order)).toList();
    }

    public static <T> JsonNode array(List<T> elements, Function<T, JsonNode> encode) {
        var array = Json.array();
        for (T element : elements) array.add(encode.apply(element));
        return array;
    }

    public static <K, V> ObjectNode map(Map<K, V> entries, Function<V, JsonNode> encode) {
        var map = Json.object();
        entries.forEach((key, value) -> map.set(key.toString(), encode.apply(value)));
        return map;
    }
}
