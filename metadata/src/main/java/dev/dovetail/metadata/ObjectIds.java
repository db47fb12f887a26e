package dev.dovetail.metadata;

import dev.dovetail.name.SourceName;
import java.util.ArrayList;
import java.util.List;

/** Every object of a metadata, parents before what stands in them. */
public final class ObjectIds {
    private final List<ObjectId> found = new ArrayList<>();

    private ObjectIds() {}

    public static List<ObjectId> of(Metadata metadata) {
        var ids = new ObjectIds();
        metadata.sources().forEach(ids::source);
        metadata.remoteSchemas().forEach(ids::remoteSchema);
        if (!metadata.customTypes().equals(CustomTypes.empty())) ids.found.add(new ObjectId.Types());
        for (var action : metadata.actions()) {
            ids.found.add(new ObjectId.Action(action.name()));
            action.permissions()
                    .forEach(permission ->
                            ids.found.add(new ObjectId.ActionPermission(action.name(), permission.role())));
        }
        metadata.inheritedRoles().forEach(role -> ids.found.add(new ObjectId.InheritedRole(role.roleName())));
        for (var list : RawLists.values()) {
            list.names(metadata).forEach(name -> ids.found.add(new ObjectId.Raw(list.kind(), name)));
        }
        return ids.found;
    }

    private void source(SourceMetadata source) {
        found.add(new ObjectId.Source(source.name()));
        source.tables().forEach(table -> table(source.name(), table));
        for (var function : source.functions()) {
            found.add(new ObjectId.Function(source.name(), function.function()));
            function.permissions()
                    .forEach(role ->
                            found.add(new ObjectId.FunctionPermission(source.name(), function.function(), role)));
        }
    }

    private void table(SourceName source, TableMetadata table) {
        var name = table.table();
        found.add(new ObjectId.Table(source, name));
        for (var each : table.objectRelationships()) {
            found.add(new ObjectId.Relationship(source, name, each.name(), RelationshipType.OBJECT));
        }
        for (var each : table.arrayRelationships()) {
            found.add(new ObjectId.Relationship(source, name, each.name(), RelationshipType.ARRAY));
        }
        for (var each : table.computedFields()) found.add(new ObjectId.ComputedField(source, name, each.name()));
        for (var each : table.remoteRelationships()) {
            found.add(new ObjectId.RemoteRelationship(source, name, each.name()));
        }
        for (var each : table.insertPermissions()) {
            found.add(new ObjectId.Permission(source, name, each.role(), PermissionKind.INSERT));
        }
        for (var each : table.selectPermissions()) {
            found.add(new ObjectId.Permission(source, name, each.role(), PermissionKind.SELECT));
        }
        for (var each : table.updatePermissions()) {
            found.add(new ObjectId.Permission(source, name, each.role(), PermissionKind.UPDATE));
        }
        for (var each : table.deletePermissions()) {
            found.add(new ObjectId.Permission(source, name, each.role(), PermissionKind.DELETE));
        }
        for (var each : table.eventTriggers()) {
            found.add(new ObjectId.EventTrigger(source, name, each.path("name").asString("")));
        }
    }

    private void remoteSchema(RemoteSchemaMetadata schema) {
        found.add(new ObjectId.RemoteSchema(schema.name()));
        for (var each : schema.permissions()) {
            found.add(new ObjectId.RemoteSchemaPermission(schema.name(), each.role()));
        }
        for (var type : schema.remoteRelationships()) {
            for (var each : type.relationships()) {
                found.add(new ObjectId.RemoteSchemaRelationship(schema.name(), type.typeName(), each.name()));
            }
        }
    }
}
