package dev.dovetail.properties;

import dev.dovetail.json.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What Postgres' operators on jsonb say. */
final class Documents {
    private Documents() {}

    /** A path as a client writes it, and its steps. */
    record Path(String text, List<String> steps) {
        static final List<Path> SOME = List.of(
                new Path("$.a", List.of("a")),
                new Path("a", List.of("a")),
                new Path("$.a.b", List.of("a", "b")),
                new Path("$.a.b[1]", List.of("a", "b", "1")),
                new Path("$[0]", List.of("0")),
                new Path("$[\"k'y\"]", List.of("k'y")),
                new Path("$.b", List.of("b")));

        /** Null where there is nothing. */
        @Nullable
        Object at(@Nullable Object document) {
            var at = (JsonNode) document;
            for (var step : steps) {
                if (at == null) {
                    return null;
                }
                at = at.isArray() && step.matches("\\d+") ? at.get(Integer.parseInt(step)) : at.get(step);
            }
            return at == null || at.isNull() ? null : at;
        }
    }

    /** As Postgres writes it. */
    static String text(JsonNode json) {
        if (json.isObject()) {
            return json.properties().stream()
                    .sorted(Comparator.<Map.Entry<String, JsonNode>>comparingInt(
                                    each -> each.getKey().length())
                            .thenComparing(Map.Entry::getKey))
                    .map(each -> Json.write(Json.string(each.getKey())) + ": " + text(each.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        return json.isArray()
                ? StreamSupport.stream(json.spliterator(), false)
                        .map(Documents::text)
                        .collect(Collectors.joining(", ", "[", "]"))
                : Json.write(json);
    }

    /** A list contains a single value, but only at the top. */
    static boolean contains(JsonNode whole, JsonNode part) {
        return whole.isArray() && part.isValueNode() ? any(whole, part) : within(whole, part);
    }

    private static boolean within(JsonNode whole, JsonNode part) {
        if (part.isObject()) {
            return whole.isObject()
                    && part.properties().stream()
                            .allMatch(each ->
                                    whole.has(each.getKey()) && within(whole.get(each.getKey()), each.getValue()));
        }
        if (part.isArray()) {
            return whole.isArray()
                    && StreamSupport.stream(part.spliterator(), false).allMatch(each -> any(whole, each));
        }
        return whole.equals(part);
    }

    private static boolean any(JsonNode whole, JsonNode part) {
        return StreamSupport.stream(whole.spliterator(), false).anyMatch(each -> within(each, part));
    }

    static boolean hasKey(JsonNode document, Object key) {
        if (document.isArray()) {
            return StreamSupport.stream(document.spliterator(), false)
                    .anyMatch(each -> each.isString() && each.stringValue().equals(key));
        }
        return document.has(key.toString());
    }
}
