package dev.dovetail.graphql;

import dev.dovetail.graphql.ast.Value;
import tools.jackson.databind.JsonNode;

/** Constant values as JSON and back. */
public final class ValueJson {
    private ValueJson() {}

    /** An enum value becomes a string. Throws {@link IllegalArgumentException} when the value holds a variable. */
    public static JsonNode toJson(Value value) {
        throw new UnsupportedOperationException(value.toString());
    }

    /** A string stays a string: JSON does not tell enum values. */
    public static Value fromJson(JsonNode json) {
        throw new UnsupportedOperationException(json.toString());
    }
}
