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

    StepAnswer run(Step.ActionCall step, Call call, ResponseHeaders headers) {
        var input = new ActionInputs(Inputs.of(call)).of(step.action(), step.input());
        var reply = ask(step.action(), input, call);
        var answer = Json.object();
        answer.set(step.key(), reply.checked(body -> ActionShape.apply(step.shape(), body)));
        headers.takeFrom(reply.headers());
        return new StepAnswer.Nodes(answer);
    }

    /** @param input an object; of a handler that takes several inputs a list of such */
    ActionReply ask(Action action, JsonNode input, Call call) {
        return handlers.call(new ActionRequest(
                action,
                input,
                Inputs.of(call).sessionObject(),
                call.query(),
                call.clientHeaders(),
                List.of(),
                call.requestId(),
                call.deadline().cut(action.timeout())));
    }
}
