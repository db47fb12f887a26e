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
        return answer(step, ask(step.action(), input(step, call), call), headers);
    }

    /** Of a call without joins, the whole answer. */
    Underway<Answer> start(Step.ActionCall step, Call call) {
        return handlers.start(request(step.action(), input(step, call), call)).then(reply -> {
            var headers = new ResponseHeaders();
            var answer = answer(step, reply, headers);
            return Answer.of(AnswerWriter.write(List.of(step.key()), List.of(answer)), List.of(), headers.all());
        });
    }

    /** @param input an object; of a handler that takes several inputs a list of such */
    ActionReply ask(Action action, JsonNode input, Call call) {
        return handlers.call(request(action, input, call));
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
