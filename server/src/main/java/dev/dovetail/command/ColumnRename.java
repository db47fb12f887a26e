package dev.dovetail.command;

import dev.dovetail.metadata.Columns;
import dev.dovetail.metadata.InsertPermission;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.PermissionMetadata;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.SelectPermission;
import dev.dovetail.metadata.TableConfiguration;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.metadata.UpdatePermission;
import dev.dovetail.name.ColumnName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/**
 * Renames a column wherever its source's metadata speaks of it: in the table's own configuration, permissions and
 * relationships, in relationships to it, wherever they start, and in filters that reach it.
 */
record ColumnRename(SourceName source, TableName table, ColumnName from, ColumnName to) {

    Metadata in(Metadata metadata, Facts facts) {
        var filtered = FilterRename.field(metadata, facts, source, table, from.value(), to.value());
        var joined = JoinDefinitions.map(filtered, each -> keys().right(source, table, each));
        return joined.mapSource(
                source,
                found -> found.withTables(found.tables().stream()
                                .map(each -> each.table().equals(table) ? inside(each) : outside(each))
                                .toList())
                        .withNativeQueries(found.nativeQueries().stream()
                                .map(each -> each.mapRelationships(all -> relationships(all, false)))
                                .toList()));
    }

    private TableMetadata inside(TableMetadata own) {
        return own.change()
                .configuration(in(own.configuration()))
                .objectRelationships(relationships(own.objectRelationships(), true))
                .arrayRelationships(relationships(own.arrayRelationships(), true))
                .remoteRelationships(
                        own.remoteRelationships().stream().map(this::in).toList())
                .insertPermissions(map(
                        own.insertPermissions(),
                        each -> new InsertPermission(
                                each.check(),
                                keys(each.set()),
                                in(each.columns()),
                                each.backendOnly(),
                                each.validateInput(),
                                each.rest())))
                .selectPermissions(map(
                        own.selectPermissions(),
                        each -> new SelectPermission(
                                in(each.columns()),
                                each.filter(),
                                each.limit(),
                                each.allowAggregations(),
                                each.computedFields(),
                                each.queryRootFields(),
                                each.subscriptionRootFields(),
                                each.rest())))
                .updatePermissions(map(
                        own.updatePermissions(),
                        each -> new UpdatePermission(
                                in(each.columns()),
                                each.filter(),
                                each.check(),
                                keys(each.set()),
                                each.backendOnly(),
                                each.validateInput(),
                                each.rest())))
                .done();
    }

    private TableMetadata outside(TableMetadata other) {
        return other.change()
                .objectRelationships(relationships(other.objectRelationships(), false))
                .arrayRelationships(relationships(other.arrayRelationships(), false))
                .done();
    }

    private static <P> List<PermissionMetadata<P>> map(
            List<PermissionMetadata<P>> permissions, UnaryOperator<P> change) {
        return permissions.stream()
                .map(each -> new PermissionMetadata<>(each.role(), change.apply(each.permission()), each.comment()))
                .toList();
    }

    private TableConfiguration in(TableConfiguration configuration) {
        return configuration.withColumnConfig(keys(configuration.columnConfig()));
    }

    private ColumnName in(ColumnName column) {
        return column.equals(from) ? to : column;
    }

    private Columns in(Columns columns) {
        return switch (columns) {
            case Columns.All all -> all;
            case Columns.Only(var only) ->
                new Columns.Only(only.stream().map(this::in).toList());
        };
    }

    private <V> SequencedMap<ColumnName, V> keys(SequencedMap<ColumnName, V> byColumn) {
        var renamed = new LinkedHashMap<ColumnName, V>();
        byColumn.forEach((column, value) -> renamed.put(in(column), value));
        return renamed;
    }

    private List<RelationshipMetadata> relationships(List<RelationshipMetadata> relationships, boolean own) {
        return relationships.stream()
                .map(each -> new RelationshipMetadata(each.name(), in(each.using(), own), each.comment()))
                .toList();
    }

    private RelationshipUsing in(RelationshipUsing using, boolean own) {
        return switch (using) {
            case RelationshipUsing.ForeignKeyOn(var columns) ->
                own
                        ? new RelationshipUsing.ForeignKeyOn(
                                columns.stream().map(this::in).toList())
                        : using;
            case RelationshipUsing.ForeignKeyOnRemote(var other, var columns) ->
                other.equals(table)
                        ? new RelationshipUsing.ForeignKeyOnRemote(
                                other, columns.stream().map(this::in).toList())
                        : using;
            case RelationshipUsing.Manual manual -> in(manual, own);
            case RelationshipUsing.ManualNativeQuery(var query, var mapping, var order) ->
                own ? new RelationshipUsing.ManualNativeQuery(query, keys(mapping), order) : using;
        };
    }

    private RelationshipUsing in(RelationshipUsing.Manual manual, boolean own) {
        var pointsHere = manual.remoteTable().equals(table);
        var mapping = new LinkedHashMap<ColumnName, ColumnName>();
        manual.columnMapping()
                .forEach((left, right) -> mapping.put(own ? in(left) : left, pointsHere ? in(right) : right));
        return new RelationshipUsing.Manual(manual.remoteTable(), mapping, manual.insertionOrder(), manual.source());
    }

    private RemoteRelationshipMetadata in(RemoteRelationshipMetadata relationship) {
        return relationship.withDefinition(keys().left(relationship.definition()));
    }

    private KeyRename keys() {
        return new KeyRename(from.value(), to.value());
    }
}
