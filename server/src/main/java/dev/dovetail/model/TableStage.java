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
    private final Naming naming;
    private final Faults faults;
    private final Set<TableName> enums;
    private final Map<TableName, Table> tables = new TreeMap<>();

    TableStage(SourceMetadata source, Catalog catalog, Naming naming, Faults faults) {
        this.source = source;
        this.catalog = catalog;
        this.naming = naming;
        this.faults = faults;
        this.enums = new HashSet<>();
        source.tables().stream()
                .filter(metadata -> metadata.isEnum()
                        && NameCodec.isGraphqlName(stem(metadata).snake()))
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

    private static NameParts stem(TableMetadata metadata) {
        var custom = metadata.configuration().customName();
        if (custom != null) {
            return NameParts.custom(custom);
        }
        var table = metadata.table();
        var name = NameParts.of(table.name());
        return table.isPublic() ? name : NameParts.of(table.schema()).then(name);
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
        var identity =
                new Table.Identity(stem, naming, comment, roots(stem, metadata), configuration.groupBy(), values);
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
        for (var name : configured.keySet()) {
            if (info.columns().stream().noneMatch(each -> each.name().equals(name))) {
                throw new Unresolvable(
                        "configuration was given for the column \"" + name + "\", but no such column exists");
            }
        }
        var columns = new ArrayList<Column>();
        var fields = new HashMap<String, ColumnName>();
        for (var each : info.columns()) {
            var config = configured.get(each.name());
            var field = config != null && config.customName() != null
                    ? config.customName()
                    : naming.field(each.name().value());
            if (!NameCodec.isGraphqlName(field)) {
                continue;
            }
            var other = fields.put(field, each.name());
            if (other != null) {
                throw new Unresolvable("the definitions of columns \"" + other + "\" and \"" + each.name()
                        + "\" are in conflict: they are mapped to the same field name, \"" + field + "\"");
            }
            var comment = config != null && config.comment() != null ? config.comment() : each.comment();
            var pathComparison = config != null && config.pathComparison();
            columns.add(new Column(each, field, emptyToNull(comment), type(info, each), pathComparison));
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

    private RootNames roots(NameParts stem, TableMetadata metadata) {
        var insert = NameParts.of("insert").then(stem);
        var update = NameParts.of("update").then(stem);
        var delete = NameParts.of("delete").then(stem);
        return new RootNames(
                root(metadata, "select", stem),
                root(metadata, "select_by_pk", stem.then("by", "pk")),
                root(metadata, "select_aggregate", stem.then("aggregate")),
                root(metadata, "select_group_by", stem.then("group", "by")),
                root(metadata, "select_stream", stem.then("stream")),
                root(metadata, "insert", insert),
                root(metadata, "insert_one", insert.then("one")),
                root(metadata, "update", update),
                root(metadata, "update_by_pk", update.then("by", "pk")),
                root(metadata, "update_many", update.then("many")),
                root(metadata, "delete", delete),
                root(metadata, "delete_by_pk", delete.then("by", "pk")));
    }

    private Root root(TableMetadata metadata, String kind, NameParts usual) {
        var custom = metadata.configuration().customRootFields().get(kind);
        var name = custom == null ? null : custom.name();
        return new Root(
                naming.root(name == null ? naming.field(usual) : name), custom == null ? null : custom.comment());
    }
}
