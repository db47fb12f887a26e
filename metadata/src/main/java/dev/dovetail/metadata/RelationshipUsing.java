package dev.dovetail.metadata;

import dev.dovetail.name.ColumnName;
import dev.dovetail.name.NativeQueryName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

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

    /** Columns matched with fields of a native query of the same source. */
    record ManualNativeQuery(
            NativeQueryName remoteNativeQuery,
            SequencedMap<ColumnName, ColumnName> columnMapping,
            @Nullable String insertionOrder)
            implements RelationshipUsing {
        public ManualNativeQuery {
            columnMapping = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columnMapping));
        }
    }
}
