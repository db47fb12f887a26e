package dev.dovetail.catalog;

import dev.dovetail.name.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table or view.
 *
 * @param columns in the order of their position
 * @param uniques unique constraints and unique indexes usable in ON CONFLICT ON CONSTRAINT, without the primary key
 */
public record TableInfo(
        TableName name,
        long oid,
        Kind kind,
        @Nullable String comment,
        List<ColumnInfo> columns,
        @Nullable KeyInfo primaryKey,
        List<KeyInfo> uniques,
        List<ForeignKeyInfo> foreignKeys,
        boolean insertable,
        boolean updatable,
        boolean deletable) {
    public enum Kind {
        TABLE,
        PARTITIONED,
        FOREIGN,
        VIEW,
        MATERIALIZED_VIEW
    }
}
