package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a relationship stands on. */
public sealed interface RelationshipUsing {

    /** This table's foreign key over these columns. */
    record ForeignKeyOn(List<ColumnName> columns) implements RelationshipUsing {
        public ForeignKeyOn {
            columns = List.copyOf(columns);
        }
    }

    /** The other table's foreign key over these columns, pointing here. */
    record ForeignKeyOnRemote(TableName table, List<ColumnName> columns) implements RelationshipUsing {
        public ForeignKeyOnRemote {
            columns = List.copyOf(columns);
        }
    }

    /**
     * Columns of this table matched with columns of the other.
     *
     * @param insertionOrder {@code before_parent}, {@code after_parent} or null
     * @param source null: the same source
     */
    record Manual(
            TableName remoteTable,
            SequencedMap<ColumnName, ColumnName> columnMapping,
            @Nullable String insertionOrder,
            @Nullable SourceName source)
            implements RelationshipUsing {
        public Manual {
            columnMapping = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columnMapping));
        }
    }

    /** The manual configuration towards a native query, kept as it came. */
    record ManualNativeQuery(JsonNode raw) implements RelationshipUsing {}
}
