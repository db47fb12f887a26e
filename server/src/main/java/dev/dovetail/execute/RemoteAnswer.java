package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads a GraphQL answer. For what is told of it the HTTP status does not count, as in the reference. */
final class RemoteAnswer {
    private static final int FIRST_REFUSAL = 400;

    private RemoteAnswer() {}

    /**
     * @param data null only when there are errors
     * @param executed whether the remote began to, so that another request of the kind may come to something
     */
    record Parts(@Nullable ObjectNode data, @Nullable ArrayNode errors, boolean executed) {}

    /** As {@link #data}, but errors are told beside the data or in its place. */
    static Parts parts(Http.Response response) {
        var body = response.body();
        if (read(body) instanceof ObjectNode answer) {
            var errors = errors(answer.get("errors"));
            if (answer.get("data") instanceof ObjectNode data) {
                return new Parts(data, errors, true);
            }
            if (errors != null) {
                // There are servers that write null data into every refusal.
                return new Parts(null, errors, answer.has("data") && response.status() < FIRST_REFUSAL);
            }
        }
        return new Parts(data(body, false), null, true);
    }

    /** @param dataFirst whether the data count although there are errors, too */
    static ObjectNode data(byte[] body, boolean dataFirst) {
        var answer = read(body);
        if (!(answer instanceof ObjectNode)) {
            throw fault("expected Object, but encountered " + Json.kind(answer));
        }
        var errors = errors(answer.get("errors"));
        if (errors != null && !(dataFirst && answer.path("data").isObject())) {
            throw new ApiException(new Failure.Upstream(errors));
        }
        var data = answer.get("data");
        if (data == null) {
            throw fault("Missing \"data\" field with no errors in response from remote");
        }
        if (data.isNull()) {
            throw fault("Received null \"data\" field with no errors in response from remote");
        }
        if (data instanceof ObjectNode object) {
            return object;
        }
        throw fault("expected Object, but encountered " + Json.kind(data));
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.read(body);
        } catch (JacksonException _) {
            throw fault("Remote server response is not valid JSON");
        }
    }

    private static @Nullable ArrayNode errors(@Nullable JsonNode errors) {
        if (errors == null || errors.isNull()) {
            return null;
        }
        if (!(errors instanceof ArrayNode list)) {
            throw fault("Invalid \"errors\" field in response from remote");
        }
        if (list.isEmpty()) {
            throw fault("Empty \"errors\" field in response from remote");
        }
        return list;
    }

    private static ApiException fault(String message) {
        return new ApiException(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, message);
    }
}
