package dev.dovetail.metadata;

import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GraphQL server whose schema is joined to ours. */
public record RemoteSchemaMetadata(
        RemoteSchemaName name,
        RemoteSchemaDefinition definition,
        @Nullable String comment,
        List<Permission> permissions,
        List<TypeRelationships> remoteRelationships) {
    public RemoteSchemaMetadata {
        permissions = List.copyOf(permissions);
        remoteRelationships = List.copyOf(remoteRelationships);
    }

    public RemoteSchemaMetadata withPermissions(List<Permission> changed) {
        return new RemoteSchemaMetadata(name, definition, comment, changed, remoteRelationships);
    }

    public RemoteSchemaMetadata withRemoteRelationships(List<TypeRelationships> changed) {
        return new RemoteSchemaMetadata(name, definition, comment, permissions, changed);
    }

    /** The part of the remote schema that a role sees, as SDL. */
    public record Permission(
            RoleName role, String schema, @Nullable String comment) {}

    /** The relationships that start at one type of the remote schema. */
    public record TypeRelationships(String typeName, List<RemoteRelationshipMetadata> relationships) {
        public TypeRelationships {
            relationships = List.copyOf(relationships);
        }
    }
}
