package dev.dovetail.app;

import dev.dovetail.command.MetadataStore;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A store whose metadata, when they are loaded for the first time ever, get the source {@code default}: the database
 * the server was started with. Later starts leave them alone, so that who drops that source is rid of it.
 */
final class SeededStore implements MetadataStore {
    private static final long FIRST_VERSION = 1;

    private final MetadataStore store;
    private final ObjectNode source;

    /** @param source as it stands in the metadata */
    SeededStore(MetadataStore store, ObjectNode source) {
        this.store = store;
        this.source = source;
    }

    @Override
    public Stored load() {
        var stored = store.load();
        return isUntouched(stored) ? seed(stored) : stored;
    }

    private static boolean isUntouched(Stored stored) {
        return stored.version() <= FIRST_VERSION
                && stored.metadata().path("sources").isEmpty();
    }

    private Stored seed(Stored stored) {
        var metadata = (ObjectNode) stored.metadata().deepCopy();
        metadata.putArray("sources").add(source);
        try {
            return new Stored(metadata, store.save(metadata, stored.version()));
        } catch (ApiException failure) {
            if (failure.failure() instanceof Failure.Own own && own.code() == ErrorCode.CONFLICT) {
                return store.load();
            }
            throw failure;
        }
    }

    @Override
    public long version() {
        return store.version();
    }

    @Override
    public long save(JsonNode metadata, long expectedVersion) {
        return store.save(metadata, expectedVersion);
    }
}
