package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lets metadata follow a source's schema. A table is the same if its oid is, a column if its position is: the renamed
 * are renamed, tables and functions that are gone are no longer tracked, columns that are gone lose their
 * configuration. What else depended on them is left, and then found faulty.
 */
final class SchemaDrift {
    private final SourceName source;
    private final Facts facts;
    private final Catalog before;
    private final Map<Long, TableInfo> nowByOid;
    private final Catalog now;
    private Metadata metadata;

    private SchemaDrift(Metadata metadata, SourceName source, Catalog before, Catalog now) {
        this.metadata = metadata;
        this.source = source;
        this.facts = new Facts(Map.of(source, before), List.of());
        this.before = before;
        this.now = now;
        this.nowByOid = now.tables().values().stream()
                .collect(Collectors.toMap(TableInfo::oid, Function.identity(), (first, second) -> first));
    }

    static Metadata follow(Metadata metadata, SourceMetadata source, Catalog before, Catalog now) {
        var drift = new SchemaDrift(metadata, source.name(), before, now);
        for (var table : source.tables()) drift.columns(table);
        for (var table : source.tables()) drift.table(table);
        for (var function : source.functions()) {
            var name = function.function();
            if (before.functions().containsKey(name) && !now.functions().containsKey(name)) {
                drift.metadata = Removal.remove(drift.metadata, new ObjectId.Function(source.name(), name));
            }
        }
        return drift.metadata;
    }

    /** The table as it is now: by its oid, else by its name, for it may have been dropped and made again. */
    private Optional<TableInfo> after(TableMetadata table) {
        var known = before.tables().get(table.table());
        if (known == null) return Optional.empty();
        var same = nowByOid.get(known.oid());
        return Optional.ofNullable(same != null ? same : now.tables().get(table.table()));
    }

    private void columns(TableMetadata table) {
        var known = before.tables().get(table.table());
        var after = after(table);
        if (known == null || after.isEmpty()) return;
        if (known.oid() == after.get().oid()) {
            var byPosition =
                    after.get().columns().stream().collect(Collectors.toMap(ColumnInfo::position, ColumnInfo::name));
            for (var column : known.columns()) {
                var name = byPosition.getOrDefault(column.position(), column.name());
                if (name.equals(column.name())) continue;
                metadata = new ColumnRename(source, table.table(), column.name(), name).in(metadata, facts);
            }
        }
        var columns = after.get().columns().stream().map(ColumnInfo::name).collect(Collectors.toSet());
        metadata = metadata.mapSource(
                source, found -> found.mapTable(table.table(), each -> withoutConfigurationOfOthers(each, columns)));
    }

    private static TableMetadata withoutConfigurationOfOthers(TableMetadata table, Set<ColumnName> columns) {
        var configuration = table.configuration();
        if (columns.containsAll(configuration.columnConfig().keySet())) return table;
        var kept = new LinkedHashMap<>(configuration.columnConfig());
        kept.keySet().retainAll(columns);
        return table.change()
                .configuration(configuration.withColumnConfig(kept))
                .done();
    }

    private void table(TableMetadata table) {
        var name = table.table();
        if (!before.tables().containsKey(name)) return;
        var after = after(table);
        if (after.isEmpty()) {
            metadata = Removal.remove(metadata, new ObjectId.Table(source, name));
        } else if (!after.get().name().equals(name)) {
            metadata = new TableRename(source, name, after.get().name()).in(metadata);
        }
    }
}
