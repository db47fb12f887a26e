package dev.dovetail.metadata;

import dev.dovetail.name.RelationshipName;

/**
 * A relationship that leaves its service.
 *
 * @param partial whether the field is null, with an error beside it, when the other side fails; else the request fails
 */
public record RemoteRelationshipMetadata(
        RelationshipName name, RemoteRelationshipDefinition definition, boolean partial) {

    public RemoteRelationshipMetadata withDefinition(RemoteRelationshipDefinition changed) {
        return new RemoteRelationshipMetadata(name, changed, partial);
    }
}
