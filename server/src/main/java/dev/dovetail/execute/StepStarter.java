package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.json.Json;
import dev.dovetail.plan.Step;
import java.util.concurrent.CompletionException;

/**
 * Starts single steps: what is one exchange, without a thread that waits for it; what takes several statements, on a
 * virtual thread. Throws {@link ApiException} when a parameter cannot be filled.
 */
record StepStarter(SqlSteps sql, ActionRunner actions, RemoteRunner remotes, AsyncActions asynchronous) {

    Underway<StepAnswer> start(Step step, Turn turn) {
        var call = turn.call();
        return switch (step) {
            case Step.SqlQuery query ->
                turn.loop()
                        .unread(sql.start(query.source(), query.call(), call))
                        .then(data -> new StepAnswer.Raw(query.keys(), data));
            case Step.SqlMutation mutation
            when mutation.calls().size() == 1 -> turn.loop().unread(mutation(mutation, call));
            case Step.SqlMutation mutation ->
                Underway.blocking(() -> new StepAnswer.RawValue(mutation.key(), sql.mutation(mutation, call)));
            case Step.SqlMutations several ->
                Underway.blocking(() -> new StepAnswer.RawValue(several.key(), sql.mutations(several, call)));
            case Step.NestedInsert insert ->
                Underway.blocking(() -> new StepAnswer.RawValue(insert.key(), sql.insert(insert, call)));
            case Step.ActionCall action -> actions.start(action, turn);
            case Step.ActionSubmission submission -> Underway.blocking(() -> asynchronous.submit(submission, call));
            case Step.ActionReport report -> Underway.blocking(() -> asynchronous.report(report, call));
            case Step.RemoteCall remote -> remotes.start(remote, turn);
            case Step.Constant _, Step.Namespaced _ -> throw new IllegalArgumentException("nothing to ask anybody");
        };
    }

    /** Its one statement answers the field's value; its failure gets the field's place. */
    private Underway<StepAnswer> mutation(Step.SqlMutation step, Call call) {
        return sql.start(step.source(), step.calls().getFirst(), call)
                .orElse(fault -> {
                    throw fault instanceof ApiException refused
                            ? SqlSteps.at(step.path(), refused)
                            : new CompletionException(fault);
                })
                .then(value -> new StepAnswer.RawValue(step.key(), value));
    }

    static StepAnswer constant(Step.Constant constant) {
        var object = Json.object();
        object.set(constant.key(), constant.value());
        return new StepAnswer.Nodes(object);
    }
}
