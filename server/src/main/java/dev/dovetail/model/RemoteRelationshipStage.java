package dev.dovetail.model;

import dev.dovetail.metadata.ObjectId;
import dev.dovetail.metadata.RemoteRelationshipCodec;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

/** Resolves the relationships that lead from a source's tables elsewhere. */
final class RemoteRelationshipStage {
    private final SourceMetadata source;
    private final RemoteTargets targets;
    private final Faults faults;

    RemoteRelationshipStage(SourceMetadata source, RemoteTargets targets, Faults faults) {
        this.source = source;
        this.targets = targets;
        this.faults = faults;
    }

    /** By field name. */
    SequencedMap<String, RemoteRelationship> of(TableMetadata metadata, Table table) {
        var found = new LinkedHashMap<String, RemoteRelationship>();
        for (var relationship : metadata.remoteRelationships()) {
            try {
                var field = relationship.name().value();
                if (table.findField(field).isPresent()) {
                    throw new Unresolvable("field definition conflicts with postgres column");
                }
                if (found.containsKey(field) || isRelationship(metadata, field)) {
                    throw new Unresolvable("the field \"" + field + "\" is defined more than once");
                }
                found.put(field, targets.resolve(relationship, new LeftSide.OfTable(table)));
            } catch (Unresolvable fault) {
                faults.add(
                        new ObjectId.RemoteRelationship(source.name(), table.name(), relationship.name()),
                        Definitions.inTable(source.name(), table.name(), RemoteRelationshipCodec.encode(relationship)),
                        "in table \"" + table.name().display() + "\": in remote relationship \"" + relationship.name()
                                + "\": " + fault.reason());
            }
        }
        return found;
    }

    private static boolean isRelationship(TableMetadata metadata, String field) {
        return Stream.concat(metadata.objectRelationships().stream(), metadata.arrayRelationships().stream())
                .anyMatch(each -> each.name().value().equals(field));
    }
}
