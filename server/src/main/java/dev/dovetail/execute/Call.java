package dev.dovetail.execute;

import dev.dovetail.session.Session;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request, as far as running its plan needs it.
 *
 * @param variables with their defaults; a variable that is not given is absent
 * @param query the request's text as it came, for handlers; null for requests without one
 * @param clientHeaders names in lower case, in the order they came
 */
public record Call(
        ObjectNode variables,
        Session session,
        @Nullable String query,
        SequencedMap<String, List<String>> clientHeaders,
        String requestId,
        Deadline deadline) {}
