package dev.dovetail.metadata.project;

import dev.dovetail.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A JSON value of which every part knows where it stands. */
public sealed interface Tree {
    Place place();

    JsonNode json();

    record Leaf(JsonNode json, Place place) implements Tree {}

    record Items(List<Tree> items, Place place) implements Tree {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public JsonNode json() {
            var array = Json.array();
            items.forEach(item -> array.add(item.json()));
            return array;
        }
    }

    record Fields(SequencedMap<String, Tree> fields, Place place) implements Tree {
        public Fields {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }

        @Override
        public JsonNode json() {
            var object = Json.object();
            fields.forEach((key, value) -> object.set(key, value.json()));
            return object;
        }
    }

    /** The value under a key of an object; null when this is none or has none. */
    default @Nullable Tree get(String key) {
        return this instanceof Fields(var fields, var _) ? fields.get(key) : null;
    }

    /** The elements; empty when this is no list. */
    default List<Tree> elements() {
        return this instanceof Items(var items, var _) ? items : List.of();
    }

    /** The text under a key of an object; null when there is none. */
    default @Nullable String text(String key) {
        var value = get(key);
        return value instanceof Leaf(var json, var _) && json.isString() ? json.stringValue() : null;
    }

    default boolean isNull() {
        return this instanceof Leaf(var json, var _) && json.isNull();
    }
}
