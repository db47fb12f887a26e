package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Calls the handlers of actions: builds the request, sends it, reads the answer. */
public final class ActionHandlers {
    private final Caller caller;
    private final boolean configuredHeadersFirst;

    /** @param configuredHeadersFirst whether headers of the metadata win over the client's */
    public ActionHandlers(Caller caller, boolean configuredHeadersFirst) {
        this.caller = caller;
        this.configuredHeadersFirst = configuredHeadersFirst;
    }

    /** Waits on this (virtual) thread. Throws {@link ApiException} when the handler refuses or gives no answer. */
    public ActionReply call(ActionRequest asked) {
        var sent = sent(asked);
        try {
            return sent.reply(caller.send(occasion(asked), sent.request()));
        } catch (HttpFailure failure) {
            throw sent.noAnswer(failure);
        }
    }

    /** As {@link #call}, without waiting. */
    Underway<ActionReply> start(ActionRequest asked, LoopShare loop) {
        var sent = sent(asked);
        try {
            var answered = caller.start(occasion(asked), sent.request()).orElse(fault -> {
                throw sent.noAnswer((HttpFailure) fault);
            });
            return loop.of(answered, response -> response.body().length).then(sent::reply);
        } catch (HttpFailure failure) {
            throw sent.noAnswer(failure);
        }
    }

    private Sent sent(ActionRequest asked) {
        var payload = asked.payload();
        var exchange = ActionExchange.of(asked, payload, OutgoingHeaders.ofAction(asked, configuredHeadersFirst));
        var request = Uploads.in(asked.input()).with(exchange.request());
        return new Sent(exchange, request, new ActionFailures(payload, exchange));
    }

    private static Caller.Occasion occasion(ActionRequest asked) {
        return new Caller.Occasion(
                Observation.Caller.ACTION, asked.action().name().value(), asked.requestId());
    }

    /** A request, and what is told when it fails. */
    private record Sent(ActionExchange exchange, Http.Request request, ActionFailures failures) {

        ActionReply reply(Http.Response response) {
            return ActionHandlers.reply(exchange.transform(response), failures);
        }

        ApiException noAnswer(HttpFailure failure) {
            return failures.noAnswer(request, failure);
        }
    }

    private static ActionReply reply(Http.Response response, ActionFailures failures) {
        // The reference reads the body before it looks at the status: a proxy's HTML page is "not a valid json
        // response".
        var body = read(response.body()).orElseThrow(() -> failures.notJson(response));
        return switch (response.status() / 100) {
            case 2 -> new ActionReply(response, body, failures);
            case 4 -> throw failures.refused(response, body);
            default -> throw failures.status(response, body);
        };
    }

    private static Optional<JsonNode> read(byte[] body) {
        try {
            return Optional.of(Json.read(body)).filter(node -> !node.isMissingNode());
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }
}
