package dev.dovetail.metadata;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How to reach a remote schema.
 *
 * @param timeoutSeconds null: 60
 * @param customization as written; {@link RemoteCustomizationCodec} reads it
 */
public record RemoteSchemaDefinition(
        UrlConf url,
        List<HeaderConf> headers,
        boolean forwardClientHeaders,
        @Nullable Integer timeoutSeconds,
        @Nullable JsonNode customization,
        ObjectNode rest) {
    public RemoteSchemaDefinition {
        headers = List.copyOf(headers);
    }
}
