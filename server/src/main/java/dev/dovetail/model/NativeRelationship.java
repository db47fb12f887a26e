package dev.dovetail.model;

import dev.dovetail.name.ColumnName;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A relationship of a table or a native query to a native query of the same source.
 *
 * @param field its name in GraphQL
 * @param mapping columns here to fields of the target
 */
public record NativeRelationship(
        String field,
        Relationship.Kind kind,
        NativeQuery target,
        SequencedMap<ColumnName, ColumnName> mapping,
        @Nullable String description) {}
