package dev.dovetail.metadata;

import dev.dovetail.name.LogicalModelName;
import dev.dovetail.name.NativeQueryName;

/** Where the select permissions of a logical model stand. */
public sealed interface LogicalModelOwner {
    String name();

    record Itself(LogicalModelName model) implements LogicalModelOwner {
        @Override
        public String name() {
            return model.value();
        }
    }

    /** A native query that has a logical model of its own. */
    record Query(NativeQueryName query) implements LogicalModelOwner {
        @Override
        public String name() {
            return query.value();
        }
    }
}
