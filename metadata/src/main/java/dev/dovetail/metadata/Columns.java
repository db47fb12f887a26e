package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import java.util.List;

/** The columns a permission opens. */
public sealed interface Columns {
    /** {@code "*"}. */
    record All() implements Columns {}

    record Only(List<ColumnName> columns) implements Columns {
        public Only {
            columns = List.copyOf(columns);
        }
    }
}
