package dev.dovetail.plan;

import dev.dovetail.graphql.ast.OperationKind;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is done for one operation.
 *
 * @param steps of a query: in parallel; of a mutation: in order
 * @param keys the response keys in the order of the answer
 */
public record Plan(OperationKind kind, List<Step> steps, List<String> keys) {
    public Plan {
        steps = List.copyOf(steps);
        keys = List.copyOf(keys);
    }

    /** The steps, those within namespaces in place of these, in order. */
    public List<Step> flatSteps() {
        return steps.stream()
                .flatMap(step ->
                        step instanceof Step.Namespaced(var _, var plan) ? plan.flatSteps().stream() : Stream.of(step))
                .toList();
    }

    /** Whether one statement's bytes are the answer as they come: then nothing has to leave the event loop. */
    public boolean isOneStatement() {
        return steps.size() == 1
                && switch (steps.getFirst()) {
                    case Step.SqlQuery query ->
                        query.joins().isEmpty() && query.keys().equals(keys);
                    case Step.SqlMutation mutation ->
                        mutation.joins().isEmpty() && mutation.calls().size() == 1;
                    case Step.SqlMutations _, Step.NestedInsert _ -> false;
                    case Step.Namespaced(var _, var plan) -> plan.isOneStatement();
                    case Step.ActionCall _,
                            Step.ActionSubmission _,
                            Step.ActionReport _,
                            Step.RemoteCall _,
                            Step.Constant _ -> false;
                };
    }
}
