package dev.dovetail.graphql;

import dev.dovetail.error.Path;
import tools.jackson.databind.JsonNode;

/** What a scalar accepts. */
public final class Scalars {
    private Scalars() {}

    /** Throws {@link dev.dovetail.error.ApiException} ({@code validation-failed} at {@code path}). */
    public static JsonNode coerce(String scalarName, JsonNode value, Path path) {
        throw new UnsupportedOperationException(scalarName + value + path);
    }
}
