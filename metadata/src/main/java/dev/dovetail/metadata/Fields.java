package dev.dovetail.metadata;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a JSON object key by key and remembers which keys were asked for; {@link #rest()} is what nobody asked for.
 * Absent and null are the same, save for {@link #required}. Every failure has code {@code parse-failed}, the path of
 * the value and the reference's words.
 */
public final class Fields {
    private final String what;
    private final ObjectNode object;
    private final Path path;
    private final Set<String> asked = new HashSet<>();

    private Fields(String what, ObjectNode object, Path path) {
        this.what = what;
        this.object = object;
        this.path = path;
    }

    /** @param what the thing's name in messages */
    public static Fields of(String what, JsonNode node, Path path) {
        if (node instanceof ObjectNode object) return new Fields(what, object, path);
        throw mismatch(path, what, "Object", node);
    }

    public static ApiException fail(Path path, String message) {
        return new ApiException(ErrorCode.PARSE_FAILED, path, message);
    }

    public static ApiException mismatch(Path path, String what, String expected, JsonNode got) {
        return fail(path, "parsing " + what + " failed, expected " + expected + ", but encountered " + kind(got));
    }

    private static String kind(JsonNode node) {
        return switch (node.getNodeType()) {
            case STRING -> "String";
            case NUMBER -> "Number";
            case BOOLEAN -> "Boolean";
            case ARRAY -> "Array";
            case OBJECT, POJO -> "Object";
            case NULL, MISSING, BINARY -> "Null";
        };
    }

    public Path path() {
        return path;
    }

    public Path path(String key) {
        return path.key(key);
    }

    public boolean has(String key) {
        return optional(key) != null;
    }

    /** The value, null when absent or JSON null. */
    public @Nullable JsonNode optional(String key) {
        asked.add(key);
        var value = object.get(key);
        return value == null || value.isNull() ? null : value;
    }

    /** The value, which may be JSON null. */
    public JsonNode required(String key) {
        asked.add(key);
        var value = object.get(key);
        if (value == null) throw fail(path, "key \"" + key + "\" not found");
        return value;
    }

    public <T> T required(String key, Decoder<T> decoder) {
        return decoder.decode(required(key), path.key(key));
    }

    public <T> @Nullable T optional(String key, Decoder<T> decoder) {
        var value = optional(key);
        return value == null ? null : decoder.decode(value, path.key(key));
    }

    public String string(String key) {
        return required(key, Fields::text);
    }

    public @Nullable String optionalString(String key) {
        return optional(key, Fields::text);
    }

    public boolean flag(String key, boolean otherwise) {
        var value = optionalFlag(key);
        return value == null ? otherwise : value;
    }

    public @Nullable Boolean optionalFlag(String key) {
        var value = optional(key);
        if (value == null) return null;
        if (!value.isBoolean()) throw mismatch(path.key(key), "Bool", "Bool", value);
        return value.booleanValue();
    }

    public @Nullable Integer optionalInt(String key) {
        var value = optional(key);
        if (value == null) return null;
        if (!value.isNumber()) throw mismatch(path.key(key), "Int", "Number", value);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw fail(path.key(key), "parsing Int failed, unexpected floating number " + value);
        }
        return value.intValue();
    }

    /** The elements; none when the key is absent. */
    public <T> List<T> list(String key, Decoder<T> decoder) {
        var value = optional(key);
        return value == null ? List.of() : elements(value, path.key(key), decoder);
    }

    public <T> @Nullable List<T> optionalList(String key, Decoder<T> decoder) {
        var value = optional(key);
        return value == null ? null : elements(value, path.key(key), decoder);
    }

    public <T> List<T> requiredList(String key, Decoder<T> decoder) {
        return elements(required(key), path.key(key), decoder);
    }

    /** The entries in their order; none when the key is absent. */
    public <T> SequencedMap<String, T> map(String key, Decoder<T> decoder) {
        var value = optional(key);
        return value == null ? new LinkedHashMap<>() : entries(value, path.key(key), decoder);
    }

    /** What is left: the keys nobody asked for. */
    public ObjectNode rest() {
        var rest = Json.object();
        for (var entry : object.properties()) {
            if (!asked.contains(entry.getKey())) rest.set(entry.getKey(), entry.getValue());
        }
        return rest;
    }

    public static String text(JsonNode node, Path path) {
        if (!node.isString()) throw mismatch(path, "Text", "String", node);
        return node.stringValue();
    }

    public static JsonNode raw(JsonNode node, Path path) {
        return node;
    }

    public static <T> List<T> elements(JsonNode node, Path path, Decoder<T> decoder) {
        if (!node.isArray()) throw mismatch(path, "[]", "Array", node);
        var elements = new ArrayList<T>(node.size());
        for (JsonNode element : node) elements.add(decoder.decode(element, path.index(elements.size())));
        return elements;
    }

    public static <T> SequencedMap<String, T> entries(JsonNode node, Path path, Decoder<T> decoder) {
        if (!node.isObject()) throw mismatch(path, "HashMap ~Text", "Object", node);
        var entries = new LinkedHashMap<String, T>();
        for (var entry : node.properties()) {
            entries.put(entry.getKey(), decoder.decode(entry.getValue(), path.key(entry.getKey())));
        }
        return entries;
    }

    /** From JSON at a path to a value. */
    @FunctionalInterface
    public interface Decoder<T> {
        T decode(JsonNode node, Path path);
    }
}
