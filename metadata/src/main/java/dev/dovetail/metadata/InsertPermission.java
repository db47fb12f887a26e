package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** @param set presets: a value, or the name of a session variable */
public record InsertPermission(
        JsonNode check,
        SequencedMap<ColumnName, JsonNode> set,
        Columns columns,
        boolean backendOnly,
        @Nullable JsonNode validateInput,
        ObjectNode rest) {
    public InsertPermission {
        set = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(set));
    }
}
