package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.ColumnInfo;
import dev.dovetail.catalog.TableInfo;
import dev.dovetail.graphql.type.Lazy;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.model.RootNames.Root;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.TableName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Resolves tables to what the catalog has of them, and names their columns and root fields. */
final class TableStage {
    private final SourceMetadata source;
    private final Catalog catalog;
    private final Faults faults;
    private final Set<TableName> enums;
    private final Map<TableName, Table> tables = new TreeMap<>();

    TableStage(SourceMetadata source, Catalog catalog, Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.faults = faults;
        this.enums = new HashSet<>();
        source.tables().stream()
                .filter(metadata -> metadata.isEnum() && NameCodec.isGraphqlName(stem(metadata)))
                .map(TableMetadata::table)
                .filter(this::isSoundEnum)
                .forEach(enums::add);
    }

    Map<TableName, Table> resolve() {
        for (var metadata : source.tables()) {
            try {
                tables.put(metadata.table(), table(metadata));
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.Table(source.name(), metadata.table()),
                        Definitions.table(metadata.table()),
                        fault.reason());
            }
        }
        return tables;
    }

    private static String stem(TableMetadata metadata) {
        return Optional.ofNullable(metadata.configuration().customName())
                .orElseGet(() -> metadata.table().graphqlStem());
    }

    private Table table(TableMetadata metadata) {
        var info = catalog.tables().get(metadata.table());
        if (info == null) {
            throw new Unresolvable(
                    "no such table/view exists in source: \"" + metadata.table().display() + "\"");
        }
        var configuration = metadata.configuration();
        var stem = stem(metadata);
        var comment = Optional.ofNullable(configuration.comment()).orElse(info.comment());
        var values = metadata.isEnum() ? enumValues(info) : null;
        var identity = new Table.Identity(stem, comment, roots(stem, metadata), values);
        return new Table(source.name(), info, identity, columns(metadata, info));
    }

    private static @Nullable String emptyToNull(@Nullable String comment) {
        return comment == null || comment.isEmpty() ? null : comment;
    }

    private Catalog.EnumTable enumValues(TableInfo info) {
        return EnumTableCheck.checked(info, catalog.enumValues().get(info.name()));
    }

    private boolean isSoundEnum(TableName name) {
        var info = catalog.tables().get(name);
        try {
            return info != null && !enumValues(info).values().isEmpty();
        } catch (Unresolvable fault) {
            return false;
        }
    }

    /** Columns whose names GraphQL does not allow are left out, as in the reference. */
    private List<Column> columns(TableMetadata metadata, TableInfo info) {
        var configured = metadata.configuration().columnConfig();
        var columns = new ArrayList<Column>();
        var fields = new HashMap<String, ColumnName>();
        for (var each : info.columns()) {
            var config = configured.get(each.name());
            var field = config != null && config.customName() != null
                    ? config.customName()
                    : each.name().value();
            if (!NameCodec.isGraphqlName(field)) {
                continue;
            }
            var other = fields.put(field, each.name());
            if (other != null) {
                throw new Unresolvable("the columns \"" + other + "\" and \"" + each.name()
                        + "\" are both exposed as the field \"" + field + "\"");
            }
            var comment = config != null && config.comment() != null ? config.comment() : each.comment();
            columns.add(new Column(each, field, emptyToNull(comment), type(info, each)));
        }
        return columns;
    }

    /** A single-column foreign key to an enum table makes the column an enum. */
    private ColumnType type(TableInfo table, ColumnInfo column) {
        for (var key : table.foreignKeys()) {
            if (enums.contains(key.target())
                    && key.columns().size() == 1
                    && key.columns().containsKey(column.name())) {
                return new ColumnType.EnumOf(Lazy.of(() -> enumTable(key.target())), column.type());
            }
        }
        return PgTypes.of(column.type());
    }

    private Table enumTable(TableName name) {
        return Optional.ofNullable(tables.get(name))
                .orElseThrow(() -> new IllegalStateException("enum table " + name.display() + " was not resolved"));
    }

    private static RootNames roots(String stem, TableMetadata metadata) {
        return new RootNames(
                root(metadata, "select", stem),
                root(metadata, "select_by_pk", stem + "_by_pk"),
                root(metadata, "select_aggregate", stem + "_aggregate"),
                root(metadata, "select_stream", stem + "_stream"),
                root(metadata, "insert", "insert_" + stem),
                root(metadata, "insert_one", "insert_" + stem + "_one"),
                root(metadata, "update", "update_" + stem),
                root(metadata, "update_by_pk", "update_" + stem + "_by_pk"),
                root(metadata, "update_many", "update_" + stem + "_many"),
                root(metadata, "delete", "delete_" + stem),
                root(metadata, "delete_by_pk", "delete_" + stem + "_by_pk"));
    }

    private static Root root(TableMetadata metadata, String kind, String usual) {
        var custom = metadata.configuration().customRootFields().get(kind);
        return custom == null
                ? new Root(usual, null)
                : new Root(Optional.ofNullable(custom.name()).orElse(usual), custom.comment());
    }
}
