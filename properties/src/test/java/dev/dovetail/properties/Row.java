package dev.dovetail.properties;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The values of a row by the columns' names in GraphQL. Two rows with equal values are two rows. */
final class Row {
    private final Map<String, @Nullable Object> values;

    Row(Map<String, @Nullable Object> values) {
        this.values = new LinkedHashMap<>(values);
    }

    @Nullable
    Object get(String column) {
        return values.get(column);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    Row with(String column, @Nullable Object value) {
        var copy = new Row(values);
        copy.values.put(column, value);
        return copy;
    }

    @Override
    public String toString() {
        return values.toString();
    }
}
