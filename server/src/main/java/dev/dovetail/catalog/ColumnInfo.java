package dev.dovetail.catalog;

import dev.dovetail.name.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param position {@code attnum}, counted from 1
 * @param identity {@code ALWAYS} columns can be neither inserted nor updated
 */
public record ColumnInfo(
        ColumnName name,
        int position,
        PgType type,
        boolean nullable,
        boolean hasDefault,
        Identity identity,
        boolean generated,
        @Nullable String comment) {
    public enum Identity {
        NONE,
        BY_DEFAULT,
        ALWAYS
    }
}
