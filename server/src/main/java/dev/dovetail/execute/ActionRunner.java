package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.plan.Step;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Calls handlers of actions and makes of their answers what the client asked for. */
public final class ActionRunner {
    private final Caller caller;
    private final boolean configuredHeadersFirst;

    /** @param configuredHeadersFirst whether headers of the metadata win over the client's */
    public ActionRunner(Caller caller, boolean configuredHeadersFirst) {
        this.caller = caller;
        this.configuredHeadersFirst = configuredHeadersFirst;
    }

    StepAnswer run(Step.ActionCall step, Call call, ResponseHeaders headers) {
        if (step.action().asynchronous()) {
            throw new ApiException(ErrorCode.NOT_SUPPORTED, Path.ROOT, "asynchronous actions are not supported yet");
        }
        var payload = payload(step, call);
        var request = new Http.Request(
                "POST",
                step.action().url(),
                OutgoingHeaders.ofAction(step.action(), call, configuredHeadersFirst),
                Json.writeBytes(payload),
                call.deadline().cut(step.action().timeout()));
        var response = send(step, call, request, payload);
        var answer = Json.object();
        answer.set(step.key(), value(step, payload, response));
        headers.takeFrom(response.headers());
        return new StepAnswer.Nodes(answer);
    }

    private static ObjectNode payload(Step.ActionCall step, Call call) {
        var inputs = Inputs.of(call);
        var payload = Json.object();
        payload.putObject("action").put("name", step.action().name().value());
        payload.set("input", new ActionInputs(inputs).of(step));
        payload.set("session_variables", inputs.sessionObject());
        payload.put("request_query", call.query());
        return payload;
    }

    private Http.Response send(Step.ActionCall step, Call call, Http.Request request, ObjectNode payload) {
        var occasion = new Caller.Occasion(
                Observation.Caller.ACTION, step.action().name().value(), call.requestId());
        try {
            return caller.send(occasion, request);
        } catch (HttpFailure failure) {
            throw new ActionFailures(payload).noAnswer(request, failure);
        }
    }

    private static JsonNode value(Step.ActionCall step, ObjectNode payload, Http.Response response) {
        var failures = new ActionFailures(payload);
        // The reference reads the body before it looks at the status: a proxy's HTML page is "not a valid json
        // response".
        var body = read(response.body()).orElseThrow(() -> failures.notJson(response));
        return switch (response.status() / 100) {
            case 2 -> failures.explaining(response, body, () -> ActionShape.apply(step.shape(), body));
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
