package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.ActionJob.Outcome;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.model.Model;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes the calls of asynchronous actions. */
public final class ActionDelivery {
    /**
     * Tells the handler that a call it has seen before is the same one: its process may have died before it could say
     * that it is done, or ours before we could write it down.
     */
    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private final ActionHandlers handlers;

    public ActionDelivery(ActionHandlers handlers) {
        this.handlers = handlers;
    }

    /** Calls the handler and waits; an interrupt gives the call up. What goes wrong with it is an outcome. */
    public Outcome deliver(ActionJob job, Action action, Model model) {
        var id = job.id().toString();
        var requestId = job.headers().getOrDefault(OutgoingHeaders.REQUEST_ID, List.of(id));
        var asked = new ActionRequest(
                action,
                job.input(),
                job.session(),
                null,
                job.headers(),
                List.of(new Header(IDEMPOTENCY_KEY, id)),
                requestId.getFirst(),
                action.timeout());
        try {
            var reply = handlers.call(asked);
            reply.checked(body -> ActionShape.apply(action, OutputShape.of(action.output(), model), body));
            return new Outcome.Completed(reply.body());
        } catch (ApiException refused) {
            return new Outcome.Failed(errors(refused.failure()));
        }
    }

    private static ObjectNode errors(Failure failure) {
        return switch (failure) {
            case Failure.Own(var code, var path, var message, var internal) -> {
                var errors = errors(message, path.text(), code.wire());
                if (internal != null) {
                    errors.set("internal", withoutRequest(internal));
                }
                yield errors;
            }
            case Failure.Handler(var path, var message, var extensions) -> {
                var code = extensions.path("code").asString(ErrorCode.UNEXPECTED.wire());
                var errors = errors(message, path.text(), code);
                var own = extensions.deepCopy();
                own.remove(List.of("path", "code"));
                if (!own.isEmpty()) {
                    errors.set("extensions", extensions);
                }
                yield errors;
            }
            case Failure.Partial(var _, var cause) -> errors(cause);
            case Failure.Upstream(var foreign) ->
                errors(foreign.path(0).path("message").asString(""), "$", ErrorCode.UNEXPECTED.wire());
        };
    }

    private static ObjectNode errors(String message, String path, String code) {
        return Json.object().put("error", message).put("path", path).put("code", code);
    }

    /** The log holds what was sent already, and whoever reads the errors need not see it. */
    private static JsonNode withoutRequest(JsonNode internal) {
        var copy = internal.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove("request");
        }
        return copy;
    }
}
