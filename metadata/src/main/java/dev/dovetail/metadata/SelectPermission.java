package dev.dovetail.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** @param queryRootFields null: all; else those of {@code select}, {@code select_by_pk}, {@code select_aggregate} */
public record SelectPermission(
        Columns columns,
        JsonNode filter,
        @Nullable Integer limit,
        boolean allowAggregations,
        List<String> computedFields,
        @Nullable List<String> queryRootFields,
        @Nullable List<String> subscriptionRootFields,
        ObjectNode rest) {
    public SelectPermission {
        computedFields = List.copyOf(computedFields);
    }
}
