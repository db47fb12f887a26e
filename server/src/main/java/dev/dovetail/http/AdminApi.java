package dev.dovetail.http;

import dev.dovetail.execute.Stoppable;
import dev.dovetail.session.Session;
import tools.jackson.databind.JsonNode;

/**
 * One of the administrator's endpoints: a JSON value in, a JSON value out. Called on a virtual thread and may block.
 * Refuses with an {@link dev.dovetail.error.ApiException}; whether the session may do this is its own business.
 */
@FunctionalInterface
public interface AdminApi {
    /** @param stoppable stopped when nobody waits for the answer any more */
    JsonNode call(Session session, JsonNode body, Stoppable stoppable);
}
