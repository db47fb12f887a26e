package dev.dovetail.model;

import java.util.List;

/** A value on the left side of a {@link RemoteRelationship}. */
public sealed interface JoinKey {
    /** By which arguments name it; no two keys of a relationship share one. */
    String name();

    record OfColumn(Column column) implements JoinKey {
        @Override
        public String name() {
            return column.field();
        }
    }

    /** A computed field of one value, which takes nothing but the row. */
    record OfComputed(ComputedField computed) implements JoinKey {
        @Override
        public String name() {
            return computed.field();
        }
    }

    /**
     * A field of an object that came from outside.
     *
     * @param path the field, perhaps beneath others: {@code owner.id}
     * @param list whether lists stand on the way or at its end: each element is a key then
     */
    record OfField(List<String> path, boolean list) implements JoinKey {
        public OfField {
            path = List.copyOf(path);
        }

        @Override
        public String name() {
            return String.join(".", path);
        }
    }
}
