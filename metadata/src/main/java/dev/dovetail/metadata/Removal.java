package dev.dovetail.metadata;

import dev.dovetail.name.FunctionName;
import dev.dovetail.name.RelationshipName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Takes one object out of a metadata, with everything that stands in it; what is not there is no matter. */
public final class Removal {
    private Removal() {}

    public static Metadata remove(Metadata metadata, ObjectId id) {
        return switch (id) {
            case ObjectId.Source(var source) ->
                metadata.withSources(Lists.remove(metadata.sources(), SourceMetadata::name, source));
            case ObjectId.Table(var source, var table) ->
                metadata.mapSource(
                        source, found -> found.withTables(Lists.remove(found.tables(), TableMetadata::table, table)));
            case ObjectId.Function(var source, var function) ->
                metadata.mapSource(
                        source,
                        found -> found.withFunctions(
                                Lists.remove(found.functions(), FunctionMetadata::function, function)));
            case ObjectId.FunctionPermission(var source, var function, var role) ->
                function(
                        metadata,
                        source,
                        function,
                        found -> new FunctionMetadata(
                                found.function(),
                                found.configuration(),
                                Lists.remove(found.permissions(), Function.identity(), role),
                                found.comment()));
            case ObjectId.Relationship(var source, var table, var name, var kind) ->
                table(metadata, source, table, found -> withoutRelationship(found, name, kind));
            case ObjectId.ComputedField(var source, var table, var name) ->
                table(
                        metadata,
                        source,
                        table,
                        found -> found.change()
                                .computedFields(Lists.remove(found.computedFields(), ComputedFieldMetadata::name, name))
                                .done());
            case ObjectId.RemoteRelationship(var source, var table, var name) ->
                table(
                        metadata,
                        source,
                        table,
                        found -> found.change()
                                .remoteRelationships(Lists.remove(
                                        found.remoteRelationships(), RemoteRelationshipMetadata::name, name))
                                .done());
            case ObjectId.Permission permission ->
                table(metadata, permission.source(), permission.table(), found -> withoutPermission(found, permission));
            case ObjectId.EventTrigger(var source, var table, var name) ->
                table(
                        metadata,
                        source,
                        table,
                        found -> found.change()
                                .eventTriggers(Lists.remove(
                                        found.eventTriggers(),
                                        trigger -> trigger.path("name").asString(""),
                                        name))
                                .done());
            case ObjectId.LogicalModel(var source, var model) ->
                metadata.mapSource(
                        source,
                        found -> found.withLogicalModels(
                                Lists.remove(found.logicalModels(), LogicalModelMetadata::name, model)));
            case ObjectId.NativeQuery(var source, var query) ->
                metadata.mapSource(
                        source,
                        found -> found.withNativeQueries(
                                Lists.remove(found.nativeQueries(), NativeQueryMetadata::name, query)));
            case ObjectId.LogicalModelPermission(var source, var owner, var role) ->
                metadata.mapSource(
                        source,
                        found -> found.mapPermissions(
                                owner, permissions -> Lists.remove(permissions, PermissionMetadata::role, role)));
            case ObjectId.RemoteSchema(var name) ->
                metadata.withRemoteSchemas(Lists.remove(metadata.remoteSchemas(), RemoteSchemaMetadata::name, name));
            case ObjectId.RemoteSchemaPermission(var name, var role) ->
                metadata.remoteSchema(name)
                        .map(found -> metadata.withRemoteSchema(found.withPermissions(
                                Lists.remove(found.permissions(), RemoteSchemaMetadata.Permission::role, role))))
                        .orElse(metadata);
            case ObjectId.RemoteSchemaRelationship relationship -> withoutRelationship(metadata, relationship);
            case ObjectId.Types _ -> metadata.withCustomTypes(CustomTypes.empty());
            case ObjectId.Action(var name) ->
                metadata.withActions(Lists.remove(metadata.actions(), ActionMetadata::name, name));
            case ObjectId.ActionPermission(var action, var role) ->
                metadata.action(action)
                        .map(found -> metadata.withAction(found.withPermissions(
                                Lists.remove(found.permissions(), ActionMetadata.Permission::role, role))))
                        .orElse(metadata);
            case ObjectId.InheritedRole(var role) ->
                metadata.withInheritedRoles(
                        Lists.remove(metadata.inheritedRoles(), InheritedRoleMetadata::roleName, role));
            case ObjectId.Raw(var kind, var name) -> withoutRaw(metadata, kind, name);
        };
    }

    private static Metadata table(
            Metadata metadata, SourceName source, TableName table, UnaryOperator<TableMetadata> change) {
        return metadata.mapSource(source, found -> found.mapTable(table, change));
    }

    private static Metadata function(
            Metadata metadata, SourceName source, FunctionName function, UnaryOperator<FunctionMetadata> change) {
        return metadata.mapSource(
                source,
                found -> found.function(function)
                        .map(each -> found.withFunction(change.apply(each)))
                        .orElse(found));
    }

    private static TableMetadata withoutRelationship(
            TableMetadata table, RelationshipName name, RelationshipType kind) {
        return switch (kind) {
            case OBJECT ->
                table.change()
                        .objectRelationships(
                                Lists.remove(table.objectRelationships(), RelationshipMetadata::name, name))
                        .done();
            case ARRAY ->
                table.change()
                        .arrayRelationships(Lists.remove(table.arrayRelationships(), RelationshipMetadata::name, name))
                        .done();
        };
    }

    private static TableMetadata withoutPermission(TableMetadata table, ObjectId.Permission id) {
        return switch (id.kind()) {
            case INSERT ->
                table.change()
                        .insertPermissions(without(table.insertPermissions(), id))
                        .done();
            case SELECT ->
                table.change()
                        .selectPermissions(without(table.selectPermissions(), id))
                        .done();
            case UPDATE ->
                table.change()
                        .updatePermissions(without(table.updatePermissions(), id))
                        .done();
            case DELETE ->
                table.change()
                        .deletePermissions(without(table.deletePermissions(), id))
                        .done();
        };
    }

    private static <P> List<PermissionMetadata<P>> without(
            List<PermissionMetadata<P>> permissions, ObjectId.Permission id) {
        return Lists.remove(permissions, PermissionMetadata::role, id.role());
    }

    private static Metadata withoutRelationship(Metadata metadata, ObjectId.RemoteSchemaRelationship id) {
        return metadata.remoteSchema(id.schema())
                .map(found ->
                        metadata.withRemoteSchema(found.withRemoteRelationships(found.remoteRelationships().stream()
                                .map(type -> type.typeName().equals(id.typeName())
                                        ? new RemoteSchemaMetadata.TypeRelationships(
                                                type.typeName(),
                                                Lists.remove(
                                                        type.relationships(),
                                                        RemoteRelationshipMetadata::name,
                                                        id.name()))
                                        : type)
                                .filter(type -> !type.relationships().isEmpty())
                                .toList())))
                .orElse(metadata);
    }

    private static Metadata withoutRaw(Metadata metadata, String kind, String name) {
        var changed = metadata;
        for (var list : RawLists.values()) {
            if (list.kind().equals(kind)) changed = list.remove(changed, name);
        }
        return changed;
    }
}
