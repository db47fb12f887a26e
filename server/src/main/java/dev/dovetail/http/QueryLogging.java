package dev.dovetail.http;

import dev.dovetail.json.Json;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * How much of a request the log may tell. Requests hold what users type: normally only the kind of a request is told,
 * never its text.
 *
 * @param graphql whether GraphQL documents and variables are told
 * @param metadata whether the administrator's requests are told, which hold database urls
 */
public record QueryLogging(boolean graphql, boolean metadata) {

    JsonNode ofGraphql(byte[] body) {
        if (!graphql) {
            return onlyType(Json.string(null));
        }
        try {
            return Json.read(body);
        } catch (JacksonException e) {
            return Json.string(new String(body, StandardCharsets.UTF_8));
        }
    }

    JsonNode ofAdmin(JsonNode body) {
        return metadata ? body : onlyType(body.path("type").isString() ? body.path("type") : Json.string(null));
    }

    private static JsonNode onlyType(JsonNode type) {
        var query = Json.object();
        query.set("type", type);
        return query;
    }
}
