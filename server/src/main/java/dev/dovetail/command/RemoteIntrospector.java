package dev.dovetail.command;

import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.name.RemoteSchemaName;
import tools.jackson.databind.JsonNode;

/**
 * Asks a remote schema for itself. The definition is not resolved: the adapter resolves the url and headers from the
 * environment as it does for queries.
 */
public interface RemoteIntrospector {
    /**
     * The whole answer to an introspection query: {@code {"data": {"__schema": …}}}.
     *
     * @throws dev.dovetail.error.ApiException when it cannot be had; the message becomes the inconsistency's reason
     */
    JsonNode introspect(RemoteSchemaName name, RemoteSchemaDefinition definition);
}
