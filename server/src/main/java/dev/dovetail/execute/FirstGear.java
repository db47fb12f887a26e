package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.concurrent.CompletionException;

/** Starts plans that are one exchange ({@link Plan#isOneExchange()}): nothing is waited for, and no thread changed. */
record FirstGear(SqlSteps sql, ActionRunner actions, RemoteRunner remotes) {

    /** Throws {@link ApiException} when a parameter cannot be filled. */
    Underway<Answer> start(Plan plan, Call call) {
        if (!plan.isOneExchange()) {
            throw new IllegalArgumentException("more than one exchange");
        }
        return switch (plan.steps().getFirst()) {
            case Step.SqlQuery(var source, var _, var statement, var _) ->
                statement(sql.start(source, statement, call));
            case Step.SqlMutation mutation -> mutation(mutation, call);
            case Step.ActionCall action -> actions.start(action, call);
            case Step.RemoteCall remote -> remotes.start(remote, call);
            case Step.Namespaced(var key, var within) -> start(within, call).then(answer -> under(key, answer));
            case Step.SqlMutations _,
                    Step.NestedInsert _,
                    Step.ActionSubmission _,
                    Step.ActionReport _,
                    Step.Constant _ -> throw new IllegalArgumentException("nothing that can be started");
        };
    }

    private static Underway<Answer> statement(Database.Running running) {
        return new Underway<>(running.answer(), running::cancel).then(data -> Answer.of(data, List.of(), List.of()));
    }

    /** Its statement answers the field's value; its failure gets the field's place. */
    private Underway<Answer> mutation(Step.SqlMutation step, Call call) {
        SqlCall only = step.calls().getFirst();
        var running = sql.start(step.source(), only, call);
        var answer = running.answer()
                .exceptionally(fault -> {
                    throw placed(Underway.cause(fault), step.path());
                })
                .thenApply(value -> Answer.of(object(step.key(), value), List.of(), List.of()));
        return new Underway<>(answer, running::cancel);
    }

    private static CompletionException placed(Throwable fault, Path path) {
        return new CompletionException(fault instanceof ApiException refused ? SqlSteps.at(path, refused) : fault);
    }

    private static Answer under(String key, Answer answer) {
        var data = answer.data();
        return data == null ? answer : Answer.of(object(key, data), answer.failures(), answer.headers());
    }

    private static byte[] object(String key, byte[] value) {
        var name = Json.writeBytes(Json.string(key));
        var object = new ByteArrayOutputStream(name.length + value.length + 3);
        object.write('{');
        object.writeBytes(name);
        object.write(':');
        object.writeBytes(value);
        object.write('}');
        return object.toByteArray();
    }
}
