package dev.dovetail.command;

import dev.dovetail.metadata.Metadata;

/**
 * Builds what is served out of the metadata and what was read of the world. Never fails: faults are inconsistencies.
 */
@FunctionalInterface
interface Workshop {
    Candidate build(Metadata metadata, World world);
}
