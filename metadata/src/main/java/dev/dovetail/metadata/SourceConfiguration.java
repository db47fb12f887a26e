package dev.dovetail.metadata;

import dev.dovetail.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** How to reach a source. {@code rest}: read_replicas, extensions_schema, connection_template, … */
public record SourceConfiguration(ConnectionInfo connectionInfo, ObjectNode rest) {
    public static SourceConfiguration of(DatabaseUrl url) {
        return new SourceConfiguration(new ConnectionInfo(url, null, null, null, Json.object()), Json.object());
    }
}
