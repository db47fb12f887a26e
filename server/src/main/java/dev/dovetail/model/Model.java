package dev.dovetail.model;

import dev.dovetail.name.ActionName;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.RoleName;
import dev.dovetail.name.SourceName;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/** Everything that can be served, resolved; and what cannot, with the reasons. */
public record Model(
        SequencedMap<SourceName, SourceModel> sources,
        SequencedMap<ActionName, Action> actions,
        SequencedMap<String, CustomType> customTypes,
        SequencedMap<RemoteSchemaName, RemoteSchema> remoteSchemas,
        TypeRelationships typeRelationships,
        RootFields roots,
        Set<RoleName> roles,
        Openness openness,
        List<Inconsistency> inconsistencies,
        List<Warning> warnings) {

    /** Metadata that is kept but has no effect yet, or is obsolete. */
    public record Warning(String code, String message) {}

    public Optional<CustomType> customType(String name) {
        return Optional.ofNullable(customTypes.get(name));
    }
}
