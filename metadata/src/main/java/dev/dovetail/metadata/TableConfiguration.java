package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import dev.dovetail.name.ColumnName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a table looks in GraphQL.
 *
 * @param comment null: the comment of the database; empty: none
 * @param customRootFields by select, select_by_pk, select_aggregate, select_stream, insert, insert_one, update,
 *     update_by_pk, update_many, delete, delete_by_pk, and select_group_by, which the reference has not
 * @param groupBy whether its rows can be selected in groups; the reference has no such key
 */
public record TableConfiguration(
        @Nullable String customName,
        @Nullable String comment,
        SequencedMap<String, RootFieldConfig> customRootFields,
        SequencedMap<ColumnName, ColumnConfig> columnConfig,
        boolean groupBy,
        ObjectNode rest) {

    public TableConfiguration {
        customRootFields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(customRootFields));
        columnConfig = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columnConfig));
    }

    public static TableConfiguration none() {
        return new TableConfiguration(null, null, new LinkedHashMap<>(), new LinkedHashMap<>(), false, Json.object());
    }

    public boolean isNone() {
        return equals(none());
    }

    public TableConfiguration withColumnConfig(SequencedMap<ColumnName, ColumnConfig> changed) {
        return new TableConfiguration(customName, comment, customRootFields, changed, groupBy, rest);
    }

    /** A root field's name and comment; null where not customised. */
    public record RootFieldConfig(
            @Nullable String name, @Nullable String comment) {}

    /**
     * A column's GraphQL name and comment; null where not customised.
     *
     * @param pathComparison whether filters may look at a path within its jsonb; the reference has no such key
     */
    public record ColumnConfig(
            @Nullable String customName, @Nullable String comment, boolean pathComparison) {
        public static ColumnConfig named(String customName) {
            return new ColumnConfig(customName, null, false);
        }

        ColumnConfig withName(String name) {
            return new ColumnConfig(name, comment, pathComparison);
        }

        boolean isNone() {
            return customName == null && comment == null && !pathComparison;
        }
    }
}
