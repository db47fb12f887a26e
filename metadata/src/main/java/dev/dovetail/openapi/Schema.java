package dev.dovetail.openapi;

import dev.dovetail.json.Json;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One schema of a description with what it is composed of put together: references followed, {@code allOf} merged, an
 * alternative of one thing and null taken for that thing.
 *
 * @param reference of the schema, which gives it its name; null when it has none
 * @param mixed whether it may be of several kinds, of which GraphQL knows nothing
 */
record Schema(
        @Nullable String reference,
        JsonNode node,
        SequencedMap<String, JsonNode> properties,
        Set<String> required,
        boolean nullable,
        boolean mixed) {
    private static final int DEPTH_MAX = 30;

    static Schema of(JsonNode node, Description in) {
        return new Composer(in).compose(node);
    }

    /** {@code string}, {@code object} …; what is not said is guessed from the rest. */
    String type() {
        var type = node.path("type");
        if (type.isArray()) {
            var kinds = type.values().stream()
                    .map(each -> each.asString(""))
                    .filter(each -> !each.equals("null"))
                    .toList();
            return kinds.size() == 1 ? kinds.getFirst() : "";
        }
        if (type.isString()) {
            return type.stringValue();
        }
        if (!properties.isEmpty()) {
            return "object";
        }
        return node.has("items") ? "array" : node.path("enum").path(0).isString() ? "string" : "";
    }

    String format() {
        return node.path("format").asString("");
    }

    @Nullable
    String description() {
        var text = node.path("description")
                .asString(node.path("title").asString(""))
                .strip();
        return text.isEmpty() ? null : text;
    }

    /** The values of an enumeration of texts; empty when it is none. */
    List<String> values() {
        var values = node.has("const") ? Json.array().add(node.get("const")) : node.path("enum");
        var texts = new LinkedHashSet<String>();
        for (var value : values) {
            if (value.isNull()) {
                continue;
            }
            if (!value.isString()) {
                return List.of();
            }
            texts.add(value.stringValue());
        }
        return List.copyOf(texts);
    }

    private static final class Composer {
        private final Description in;
        private final SequencedMap<String, JsonNode> properties = new LinkedHashMap<>();
        private final Set<String> required = new HashSet<>();
        private final ObjectNode merged = Json.object();
        /** Whatever was added once has said all that it has to say. */
        private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

        private int depth;
        private boolean nullable;
        private boolean mixed;

        Composer(Description in) {
            this.in = in;
        }

        Schema compose(JsonNode start) {
            add(start);
            var reference = start.path("$ref");
            var name = reference.isString() ? reference.stringValue() : onlyAlternative(start);
            return new Schema(name, merged, properties, required, nullable, mixed);
        }

        private void add(JsonNode written) {
            var node = in.resolve(written);
            if (!node.isObject() || depth > DEPTH_MAX || !seen.add(node)) {
                return;
            }
            depth++;
            nullable |= node.path("nullable").asBoolean(false)
                    || node.path("x-nullable").asBoolean(false)
                    || node.path("type").values().stream()
                            .anyMatch(each -> each.asString("").equals("null"))
                    || node.path("enum").values().stream().anyMatch(JsonNode::isNull);
            node.path("allOf").forEach(this::add);
            alternatives(node.path("oneOf"));
            alternatives(node.path("anyOf"));
            node.path("properties").properties().forEach(each -> properties.put(each.getKey(), each.getValue()));
            node.path("required").forEach(each -> required.add(each.asString("")));
            node.properties().forEach(each -> merged.set(each.getKey(), each.getValue()));
            depth--;
        }

        /** Of one thing or null, it is that thing. */
        private void alternatives(JsonNode list) {
            var real = real(list);
            nullable |= real.size() < list.size();
            if (real.size() == 1) {
                add(real.getFirst());
            } else if (real.size() > 1) {
                mixed = true;
            }
        }

        private List<JsonNode> real(JsonNode list) {
            return list.values().stream()
                    .filter(each -> !each.path("type").asString("").equals("null"))
                    .toList();
        }

        /** The reference of a schema that only wraps another: one part, and a remark or that it may be null. */
        private @Nullable String onlyAlternative(JsonNode start) {
            if (start.has("properties")) {
                return null;
            }
            for (var key : List.of("allOf", "oneOf", "anyOf")) {
                var real = real(start.path(key));
                if (real.size() == 1 && real.getFirst().path("$ref").isString()) {
                    return real.getFirst().path("$ref").stringValue();
                }
            }
            return null;
        }
    }
}
