package dev.dovetail.command;

import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import dev.dovetail.metadata.Removal;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;

/** Renames a table wherever the metadata speaks of it. */
record TableRename(SourceName source, TableName from, TableName to) {

    Metadata in(Metadata metadata) {
        var table = metadata.source(source).flatMap(found -> found.table(from)).orElseThrow();
        var renamed = Removal.remove(metadata, new ObjectId.Table(source, from))
                .mapSource(
                        source,
                        found -> found.withTable(table.change().table(to).done()));
        return JoinDefinitions.map(
                renamed.mapSource(source, this::in).withCustomTypes(metadata.customTypes()), this::in);
    }

    private SourceMetadata in(SourceMetadata each) {
        return each.withTables(each.tables().stream().map(this::in).toList())
                .withNativeQueries(each.nativeQueries().stream()
                        .map(query -> query.mapRelationships(this::in))
                        .toList());
    }

    private TableMetadata in(TableMetadata table) {
        return table.change()
                .objectRelationships(in(table.objectRelationships()))
                .arrayRelationships(in(table.arrayRelationships()))
                .done();
    }

    private List<RelationshipMetadata> in(List<RelationshipMetadata> relationships) {
        return relationships.stream()
                .map(each -> new RelationshipMetadata(each.name(), in(each.using()), each.comment()))
                .toList();
    }

    private RelationshipUsing in(RelationshipUsing using) {
        return switch (using) {
            case RelationshipUsing.ForeignKeyOn key -> key;
            case RelationshipUsing.ForeignKeyOnRemote(var table, var columns) ->
                new RelationshipUsing.ForeignKeyOnRemote(in(table), columns);
            case RelationshipUsing.Manual(var table, var mapping, var order, var other) ->
                new RelationshipUsing.Manual(
                        other == null || other.equals(source) ? in(table) : table, mapping, order, other);
            case RelationshipUsing.ManualNativeQuery query -> query;
        };
    }

    private TableName in(TableName table) {
        return table.equals(from) ? to : table;
    }

    private RemoteRelationshipDefinition in(RemoteRelationshipDefinition definition) {
        return definition instanceof ToSource(var target, var table, var type, var mapping) && target.equals(source)
                ? new ToSource(target, in(table), type, mapping)
                : definition;
    }
}
