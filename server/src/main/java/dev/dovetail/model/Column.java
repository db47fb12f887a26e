package dev.dovetail.model;

import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.name.ColumnName;
import org.jspecify.annotations.Nullable;

/**
 * A column of a tracked table.
 *
 * @param field its name in GraphQL
 * @param pathComparison whether the metadata asks for {@link #comparesPaths}
 */
public record Column(
        ColumnInfo info, String field, @Nullable String description, ColumnType type, boolean pathComparison) {
    public ColumnName name() {
        return info.name();
    }

    /** Filters may look at a path within its jsonb. */
    public boolean comparesPaths() {
        return pathComparison && type.isScalar("jsonb");
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
