package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * @param check null: the filter does not have to hold after the update either
 * @param set presets: a value, or the name of a session variable
 */
public record UpdatePermission(
        Columns columns,
        JsonNode filter,
        @Nullable JsonNode check,
        SequencedMap<ColumnName, JsonNode> set,
        boolean backendOnly,
        @Nullable JsonNode validateInput,
        ObjectNode rest) {
    public UpdatePermission {
        set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
    }
}
