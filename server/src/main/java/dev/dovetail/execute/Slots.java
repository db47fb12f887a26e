package dev.dovetail.execute;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.plan.SlotValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Fills a statement's parameters from a request. */
record Slots(Inputs inputs) {

    /** Null, a {@link String} or a {@code String[]}. */
    @Nullable
    Object fill(SlotValue slot) {
        // A session variable is the text of whatever the column wants, be that JSON or an array literal.
        if (slot.source() instanceof ValueSource.SessionVariable(var name)) {
            return inputs.sessionVariable(name);
        }
        var value = inputs.json(slot.source());
        if (value.isNull()) {
            return null;
        }
        return switch (slot.encoding()) {
            case TEXT -> JsonText.of(checked(slot, value, slot.path()));
            case TEXT_ARRAY -> texts(slot, value);
            case ARRAY_LITERAL -> ArrayText.of(value);
            case JSON -> Json.write(checked(slot, value, slot.path()));
            case JSON_PATH -> JsonPath.steps(value.asString(), slot.path()).toArray(String[]::new);
        };
    }

    /** The value within a JSON document that Postgres reads: a string for whatever is cast from text. */
    JsonNode json(SlotValue slot) {
        var value = inputs.json(slot.source());
        if (value.isNull()) {
            return value;
        }
        return slot.encoding() == SlotValue.Encoding.JSON
                ? checked(slot, value, slot.path())
                : stringified(checked(slot, value, slot.path()));
    }

    private static JsonNode stringified(JsonNode value) {
        if (!value.isArray()) {
            return value.isObject() ? value : Json.string(JsonText.of(value));
        }
        var list = Json.array();
        value.forEach(item -> list.add(stringified(item)));
        return list;
    }

    private static @Nullable String[] texts(SlotValue slot, JsonNode value) {
        if (!value.isArray()) {
            return new @Nullable String[] {JsonText.of(checked(slot, value, slot.path()))};
        }
        var texts = new @Nullable String[value.size()];
        for (var i = 0; i < texts.length; i++) {
            texts[i] = JsonText.of(checked(slot, value.get(i), slot.path().index(i)));
        }
        return texts;
    }

    private static JsonNode checked(SlotValue slot, JsonNode value, Path path) {
        return slot.scalar() == null || value.isNull() ? value : slot.scalar().coerce(value, path);
    }
}
