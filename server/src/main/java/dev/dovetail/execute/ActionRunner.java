package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.plan.Step;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Makes of what handlers of actions answer what the client asked for. */
public final class ActionRunner {
    private final ActionHandlers handlers;

    /** @param configuredHeadersFirst whether headers of the metadata win over the client's */
    public ActionRunner(Caller caller, boolean configuredHeadersFirst) {
        this.handlers = new ActionHandlers(caller, configuredHeadersFirst);
    }

    Underway<StepAnswer> start(Step.ActionCall step, Turn turn) {
        return ask(step.action(), input(step, turn.call()), turn).then(reply -> answer(step, reply, turn.headers()));
    }

    /** @param input an object; of a handler that takes several inputs a list of such */
    Underway<ActionReply> ask(Action action, JsonNode input, Turn turn) {
        return handlers.start(request(action, input, turn.call()), turn.loop());
    }

    private static JsonNode input(Step.ActionCall step, Call call) {
        return new ActionInputs(Inputs.of(call)).of(step.action(), step.input());
    }

    private static ActionRequest request(Action action, JsonNode input, Call call) {
        return new ActionRequest(
                action,
                input,
                Inputs.of(call).sessionObject(),
                call.query(),
                call.clientHeaders(),
                List.of(),
                call.requestId(),
                call.deadline().cut(action.timeout()));
    }

    private static StepAnswer answer(Step.ActionCall step, ActionReply reply, ResponseHeaders headers) {
        var answer = Json.object();
        answer.set(step.key(), reply.checked(body -> ActionShape.apply(step.action(), step.shape(), body)));
        headers.takeFrom(reply.headers());
        return new StepAnswer.Nodes(answer);
    }
}
