package dev.dovetail.model;

import org.jspecify.annotations.Nullable;

/** A field of a table that a function computes of each row. */
public record ComputedField(
        String field, Routine routine, @Nullable String description, Returns returns) {

    /** What the function answers. */
    public sealed interface Returns {
        record Value(ColumnType type) implements Returns {}

        /** Rows of a tracked table. */
        record Rows(Table table) implements Returns {}
    }

    /** Filters and orders can use it only when nothing has to be given. */
    public boolean takesNothing() {
        return routine.takesNothing();
    }
}
