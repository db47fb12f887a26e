package dev.dovetail.request;

import dev.dovetail.session.Session;
import java.util.List;
import java.util.SequencedMap;

/**
 * One POST to the GraphQL endpoint.
 *
 * @param body as it came, not yet known to be JSON; owned by the receiver
 * @param clientHeaders names in lower case, in the order they came; for forwarding to actions and remote schemas
 */
public record GraphqlCall(
        Session session, byte[] body, SequencedMap<String, List<String>> clientHeaders, String requestId) {}
