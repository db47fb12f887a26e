package dev.dovetail.metadata;

import dev.dovetail.name.RelationshipName;

/** A relationship that leaves the source. */
public record RemoteRelationshipMetadata(RelationshipName name, RemoteRelationshipDefinition definition) {}
