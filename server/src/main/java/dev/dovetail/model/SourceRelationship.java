package dev.dovetail.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * A relationship from a table's row to a table of a source, mostly another one.
 *
 * @param field its name in GraphQL
 * @param mapping columns of this table to columns of the other; a null in any of them leads nowhere
 */
public record SourceRelationship(
        String field, Relationship.Kind kind, Table target, SequencedMap<Column, Column> mapping) {
    public SourceRelationship {
        mapping = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(mapping));
    }
}
