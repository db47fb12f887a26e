package dev.dovetail.model;

import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.name.RemoteSchemaName;
import java.time.Duration;
import java.util.List;

/**
 * A remote GraphQL schema, introspected.
 *
 * @param url may hold a secret, so it is shown to administrators only
 */
public record RemoteSchema(
        RemoteSchemaName name,
        String url,
        List<OutboundHeader> headers,
        boolean forwardClientHeaders,
        Duration timeout,
        TypeDefinitions types) {}
