package dev.dovetail.command;

import dev.dovetail.metadata.UrlConf;
import dev.dovetail.name.RemoteSchemaName;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Keeps what remote schemas last said of themselves, beside the metadata, so that a start needs none of them. It is
 * there for convenience: no method fails, and what cannot be kept is asked for again.
 */
public interface IntrospectionStore {
    Map<RemoteSchemaName, Kept> load();

    void save(RemoteSchemaName name, Kept kept);

    /** Forgets all others. */
    void keepOnly(Set<RemoteSchemaName> names);

    /** @param url as the metadata wrote it when the remote was asked */
    record Kept(UrlConf url, JsonNode answer) {}

    IntrospectionStore NONE = new IntrospectionStore() {
        @Override
        public Map<RemoteSchemaName, Kept> load() {
            return Map.of();
        }

        @Override
        public void save(RemoteSchemaName name, Kept kept) {}

        @Override
        public void keepOnly(Set<RemoteSchemaName> names) {}
    };
}
