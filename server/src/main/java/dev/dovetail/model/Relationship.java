package dev.dovetail.model;

import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.name.ColumnName;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A relationship between two tables of one source.
 *
 * @param field its name in GraphQL
 * @param mapping this table's columns to the target's
 * @param nullable whether an object may be missing; always false for arrays
 */
public record Relationship(
        String field,
        Kind kind,
        Lazy<Table> target,
        SequencedMap<ColumnName, ColumnName> mapping,
        boolean nullable,
        Insertion insertion,
        @Nullable String description) {
    public enum Kind {
        OBJECT,
        ARRAY
    }

    /** In a nested insert, whether the related object is inserted before this table's row or after it. */
    public enum Insertion {
        BEFORE_PARENT,
        AFTER_PARENT
    }
}
