package dev.dovetail.execute;

import dev.dovetail.json.Json;
import dev.dovetail.plan.Step;
import java.util.List;

/** Makes of what handlers of actions answer what the client asked for. */
public final class ActionRunner {
    private final ActionHandlers handlers;

    /** @param configuredHeadersFirst whether headers of the metadata win over the client's */
    public ActionRunner(Caller caller, boolean configuredHeadersFirst) {
        this.handlers = new ActionHandlers(caller, configuredHeadersFirst);
    }

    StepAnswer run(Step.ActionCall step, Call call, ResponseHeaders headers) {
        var reply = handlers.call(request(step, call));
        var answer = Json.object();
        answer.set(step.key(), reply.checked(body -> ActionShape.apply(step.shape(), body)));
        headers.takeFrom(reply.headers());
        return new StepAnswer.Nodes(answer);
    }

    private static ActionRequest request(Step.ActionCall step, Call call) {
        var inputs = Inputs.of(call);
        return new ActionRequest(
                step.action(),
                new ActionInputs(inputs).of(step.action(), step.input()),
                inputs.sessionObject(),
                call.query(),
                call.clientHeaders(),
                List.of(),
                call.requestId(),
                call.deadline().cut(step.action().timeout()));
    }
}
