package dev.dovetail.http;

import dev.dovetail.session.Session;
import tools.jackson.databind.JsonNode;

/**
 * One of the administrator's endpoints: a JSON value in, a JSON value out. Called on a virtual thread and may block.
 * Refuses with an {@link dev.dovetail.error.ApiException}; whether the session may do this is its own business.
 */
@FunctionalInterface
public interface AdminApi {
    JsonNode call(Session session, JsonNode body);
}
