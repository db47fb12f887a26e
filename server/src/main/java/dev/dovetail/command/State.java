package dev.dovetail.command;

import dev.dovetail.metadata.Metadata;

/**
 * The metadata in force.
 *
 * @param version the store's number for it
 * @param built what is served
 */
record State(Metadata metadata, long version, World world, Candidate built) {
    Facts facts() {
        return new Facts(
                world.catalogs(),
                built.inconsistencies(),
                !built.model().openness().remoteSchemas());
    }
}
