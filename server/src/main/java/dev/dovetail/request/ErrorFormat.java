package dev.dovetail.request;

import dev.dovetail.error.Failure;
import dev.dovetail.session.Session;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;

/** How failures look in a GraphQL answer, redacted for the session that gets to see them. Given by the edge. */
public interface ErrorFormat {
    /** The {@code errors} array; one failure may give several (a remote schema's). */
    ArrayNode graphqlErrors(List<Failure> failures, Session session);
}
