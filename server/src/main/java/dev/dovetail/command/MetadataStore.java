package dev.dovetail.command;

import tools.jackson.databind.JsonNode;

/**
 * Where the metadata is kept: {@code hdb_catalog.hdb_metadata} of the metadata database, as the reference keeps it.
 * Every method fails with code {@code unavailable} while that database cannot be reached.
 */
public interface MetadataStore {

    /** The metadata as stored; creates the catalog with empty metadata (version 3, no sources) when there is none. */
    Stored load();

    /** Only the version, cheap enough to ask each second. */
    long version();

    /**
     * Stores the metadata if nobody has changed it since the version given.
     *
     * @return the new version
     * @throws dev.dovetail.error.ApiException with code {@code conflict} when somebody has
     */
    long save(JsonNode metadata, long expectedVersion);

    record Stored(JsonNode metadata, long version) {}
}
