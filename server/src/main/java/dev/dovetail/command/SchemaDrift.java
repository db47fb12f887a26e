package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableConfiguration;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.ColumnName;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;

/**
 * Lets metadata follow a source's schema: tables and functions that are gone are no longer tracked, and columns that are
 * gone lose their configuration. What else depended on them is left, and then found faulty.
 */
final class SchemaDrift {
    private SchemaDrift() {}

    static Metadata follow(Metadata metadata, SourceMetadata source, Catalog before, Catalog now) {
        var followed = metadata;
        for (var table : source.tables()) {
            var name = table.table();
            if (!before.tables().containsKey(name)) continue;
            var info = now.tables().get(name);
            followed = info == null
                    ? Removal.remove(followed, new ObjectId.Table(source.name(), name))
                    : followed.mapSource(source.name(), found -> found.mapTable(name, each -> follow(each, info)));
        }
        for (var function : source.functions()) {
            var name = function.function();
            if (before.functions().containsKey(name) && !now.functions().containsKey(name)) {
                followed = Removal.remove(followed, new ObjectId.Function(source.name(), name));
            }
        }
        return followed;
    }

    private static TableMetadata follow(TableMetadata table, TableInfo info) {
        var columns = info.columns().stream().map(each -> each.name()).collect(Collectors.toSet());
        var configuration = table.configuration();
        if (columns.containsAll(configuration.columnConfig().keySet())) return table;
        var kept = new LinkedHashMap<ColumnName, TableConfiguration.ColumnConfig>(configuration.columnConfig());
        kept.keySet().retainAll(columns);
        return table.change()
                .configuration(new TableConfiguration(
                        configuration.customName(),
                        configuration.comment(),
                        configuration.customRootFields(),
                        kept,
                        configuration.rest()))
                .done();
    }
}
