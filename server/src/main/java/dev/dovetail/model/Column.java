package dev.dovetail.model;

import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.name.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a tracked table.
 *
 * @param field its name in GraphQL
 */
public record Column(
        ColumnInfo info, String field, @Nullable String description, ColumnType type) {
    public ColumnName name() {
        return info.name();
    }

    public boolean nullable() {
        return info.nullable();
    }

    public boolean insertable() {
        return !info.generated() && info.identity() != ColumnInfo.Identity.ALWAYS;
    }

    public boolean updatable() {
        return insertable();
    }

    /** Columns are compared by identity: one model has one object per column, and hashing a whole record is dear. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public String toString() {
        return info.name().value();
    }
}
