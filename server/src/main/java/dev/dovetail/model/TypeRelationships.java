package dev.dovetail.model;

import dev.dovetail.name.RemoteSchemaName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The relationships that start at types of actions and at types of remote schemas, by type and field. */
public record TypeRelationships(
        Map<String, SequencedMap<String, RemoteRelationship>> customTypes,
        Map<RemoteSchemaName, Map<String, SequencedMap<String, RemoteRelationship>>> remoteTypes) {

    public SequencedMap<String, RemoteRelationship> of(CustomType.Object type) {
        return customTypes.getOrDefault(type.name(), new LinkedHashMap<>());
    }

    /** @param type by the name that the remote schema itself gives it */
    public SequencedMap<String, RemoteRelationship> of(RemoteSchema remote, String type) {
        return remoteTypes.getOrDefault(remote.name(), Map.of()).getOrDefault(type, new LinkedHashMap<>());
    }
}
