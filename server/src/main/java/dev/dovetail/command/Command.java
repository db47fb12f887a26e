package dev.dovetail.command;

import dev.dovetail.metadata.Metadata;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** One change of the metadata, decoded and not yet made. */
interface Command {
    /** @throws dev.dovetail.error.ApiException when the change makes no sense; its path starts at the arguments */
    Metadata apply(Metadata metadata, Facts facts);

    /** What must hold of the metadata once it is built. */
    Verdict verdict();

    /** The sources whose catalog this change needs as it is now, not as it was read last. */
    default Set<SourceName> rereadSources(Metadata after) {
        return Set.of();
    }

    /** The remote schemas that are to be asked again. */
    default Set<RemoteSchemaName> rereadRemoteSchemas(Metadata after) {
        return Set.of();
    }

    /** Whether it must be built before the next command of a bulk is looked at. */
    default boolean standsAlone() {
        return false;
    }

    /** What the caller is told. @param before the metadata this command was applied to */
    default JsonNode answer(Metadata before, Candidate after) {
        return Answers.success();
    }
}
