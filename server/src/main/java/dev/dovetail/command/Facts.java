package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.model.Inconsistency;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.Map;

/**
 * What a command may know of the world besides the metadata, as it was read last.
 *
 * @param permitsRemotes whether roles see of remote schemas only what they are permitted
 */
record Facts(Map<SourceName, Catalog> catalogs, List<Inconsistency> inconsistencies, boolean permitsRemotes) {
    Facts(Map<SourceName, Catalog> catalogs, List<Inconsistency> inconsistencies) {
        this(catalogs, inconsistencies, false);
    }

    static final Facts NONE = new Facts(Map.of(), List.of());

    boolean hasColumn(SourceName source, TableName table, ColumnName column) {
        var catalog = catalogs.get(source);
        if (catalog == null) return false;
        var info = catalog.tables().get(table);
        return info != null
                && info.columns().stream().anyMatch(each -> each.name().equals(column));
    }
}
