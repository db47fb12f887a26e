package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import java.time.Duration;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the handler of an action is asked, whoever asks: a client's request, or the worker of asynchronous actions.
 *
 * @param input the arguments by name; of a handler that takes several inputs a list of such
 * @param session the session's variables, names in lower case
 * @param query the text of the client's request; null when there is none any more
 * @param clientHeaders names in lower case; what may be forwarded of them is the action's matter
 * @param more headers of ours beyond the usual ones; they win over all others
 * @param timeout of the whole exchange
 */
public record ActionRequest(
        Action action,
        JsonNode input,
        ObjectNode session,
        @Nullable String query,
        SequencedMap<String, List<String>> clientHeaders,
        List<Header> more,
        String requestId,
        Duration timeout) {
    public ActionRequest {
        more = List.copyOf(more);
    }

    /** The body of the call, before a transform. */
    ObjectNode payload() {
        var payload = Json.object();
        payload.putObject("action").put("name", action.name().value());
        payload.set("input", input);
        payload.set("session_variables", session);
        payload.put("request_query", query);
        return payload;
    }
}
