package dev.dovetail.command;

import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RelationshipMetadata;
import dev.dovetail.metadata.RelationshipUsing;
import dev.dovetail.metadata.RemoteRelationshipDefinition;
import dev.dovetail.metadata.RemoteRelationshipDefinition.ToSource;
import dev.dovetail.metadata.RemoteRelationshipMetadata;
import dev.dovetail.metadata.RemoteSchemaMetadata;
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
        return renamed.withSources(renamed.sources().stream().map(this::in).toList())
                .withRemoteSchemas(
                        renamed.remoteSchemas().stream().map(this::in).toList())
                .withCustomTypes(in(metadata.customTypes()));
    }

    private RemoteSchemaMetadata in(RemoteSchemaMetadata schema) {
        return schema.withRemoteRelationships(schema.remoteRelationships().stream()
                .map(type -> new RemoteSchemaMetadata.TypeRelationships(
                        type.typeName(),
                        type.relationships().stream().map(this::in).toList()))
                .toList());
    }

    private SourceMetadata in(SourceMetadata each) {
        var same = each.name().equals(source);
        var renamed = each.withTables(
                each.tables().stream().map(table -> in(table, same)).toList());
        if (!same) return renamed;
        return renamed.withNativeQueries(each.nativeQueries().stream()
                .map(query -> query.mapRelationships(this::in))
                .toList());
    }

    private TableMetadata in(TableMetadata table, boolean sameSource) {
        var change = table.change()
                .remoteRelationships(
                        table.remoteRelationships().stream().map(this::in).toList());
        if (!sameSource) return change.done();
        return change.objectRelationships(in(table.objectRelationships()))
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

    private RemoteRelationshipMetadata in(RemoteRelationshipMetadata relationship) {
        return relationship.withDefinition(in(relationship.definition()));
    }

    private RemoteRelationshipDefinition in(RemoteRelationshipDefinition definition) {
        return definition instanceof ToSource(var target, var table, var type, var mapping) && target.equals(source)
                ? new ToSource(target, in(table), type, mapping)
                : definition;
    }

    private CustomTypes in(CustomTypes types) {
        var objects = types.objects().stream()
                .map(each -> new CustomTypes.CustomObject(
                        each.name(),
                        each.description(),
                        each.fields(),
                        each.relationships().stream().map(this::in).toList(),
                        each.interfaces()))
                .toList();
        return new CustomTypes(types.scalars(), types.enums(), types.inputObjects(), objects, types.abstracts());
    }

    private CustomTypes.TypeRelationship in(CustomTypes.TypeRelationship relationship) {
        return relationship.withDefinition(in(relationship.definition()));
    }
}
