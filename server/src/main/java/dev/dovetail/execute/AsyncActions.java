package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.Report;
import dev.dovetail.plan.Step;
import dev.dovetail.session.Session;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Asynchronous actions as a request sees them: it asks for a call, and later for what became of it. */
public final class AsyncActions {
    /** For an engine without a place to keep calls. */
    static final AsyncActions NONE = new AsyncActions(ActionLog.NONE, () -> {}, _ -> false);

    private static final int UUID_LENGTH = 36;

    private final ActionLog log;
    private final Runnable added;
    private final Predicate<Session> showsInternal;

    /**
     * @param added told after each call that was kept, so that it need not wait for somebody to look
     * @param showsInternal who is shown what an error holds under {@code internal}
     */
    public AsyncActions(ActionLog log, Runnable added, Predicate<Session> showsInternal) {
        this.log = log;
        this.added = added;
        this.showsInternal = showsInternal;
    }

    StepAnswer submit(Step.ActionSubmission step, Call call) {
        var inputs = Inputs.of(call);
        var given = new ActionInputs(inputs).of(step.action(), step.input());
        if (!Uploads.in(given).places().isEmpty()) {
            throw new ApiException(
                    ErrorCode.NOT_SUPPORTED,
                    Path.ROOT,
                    "an asynchronous action takes no files: it would have to keep them");
        }
        var id = log.add(new ActionLog.Entry(
                step.action().name(), given, OutgoingHeaders.kept(step.action(), call), inputs.sessionObject()));
        added.run();
        return answer(step.key(), Json.string(id.toString()));
    }

    /** Null for a call that is not there and for somebody else's: nobody can find out which. */
    StepAnswer report(Step.ActionReport step, Call call) {
        var inputs = Inputs.of(call);
        var recorded = log.find(step.action().name(), id(step, inputs)).filter(each -> mayRead(each, inputs));
        return answer(
                step.key(),
                recorded.<JsonNode>map(each -> told(step.report(), each, call.session()))
                        .orElse(Json.string(null)));
    }

    /** As in the reference: whoever has the very session that asked for the call, and administrators. */
    private static boolean mayRead(ActionLog.Recorded recorded, Inputs inputs) {
        return inputs.session().role().isAdmin() || recorded.session().equals(inputs.sessionObject());
    }

    private static UUID id(Step.ActionReport step, Inputs inputs) {
        var text = inputs.json(step.id().value()).asString("");
        try {
            if (text.length() == UUID_LENGTH) {
                return UUID.fromString(text);
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new ApiException(ErrorCode.PARSE_FAILED, step.id().path(), "parsing UUID failed, expected a UUID");
    }

    private ObjectNode told(Report report, ActionLog.Recorded recorded, Session session) {
        var object = Json.object();
        for (var part : report.parts()) {
            switch (part) {
                case Report.Id(var key) -> object.put(key, recorded.id().toString());
                case Report.CreatedAt(var key) -> object.put(key, recorded.createdAt());
                case Report.Errors(var key) -> object.set(key, errors(recorded.errors(), session));
                case Report.Output(var key, var shape) ->
                    object.set(
                            key,
                            recorded.output().isNull()
                                    ? recorded.output()
                                    : ActionShape.apply(shape, recorded.output()));
                case Report.TypeName(var key, var type) -> object.put(key, type);
            }
        }
        return object;
    }

    /** Whatever the log holds, what the handler was sent is told to nobody. */
    private JsonNode errors(JsonNode recorded, Session session) {
        if (recorded.isNull()) {
            return recorded;
        }
        var errors = recorded instanceof ObjectNode object
                ? object.deepCopy()
                : Json.object().put("error", "internal: error in parsing the action log");
        if (!showsInternal.test(session)) {
            errors.remove("internal");
        } else if (errors.get("internal") instanceof ObjectNode internal) {
            internal.remove("request");
        }
        return errors;
    }

    private static StepAnswer answer(String key, JsonNode value) {
        var object = Json.object();
        object.set(key, value);
        return new StepAnswer.Nodes(object);
    }
}
