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

    /**
     * Whether one exchange with a database or a service gives the whole answer, and nothing has to be waited for or
     * computed at length.
     */
    public boolean isOneExchange() {
        return steps.size() == 1
                && switch (steps.getFirst()) {
                    case Step.SqlQuery query ->
                        query.joins().isEmpty() && query.keys().equals(keys);
                    case Step.SqlMutation mutation ->
                        mutation.joins().isEmpty() && mutation.calls().size() == 1;
                    case Step.ActionCall call ->
                        call.joins().isEmpty() && !call.action().transforms();
                    case Step.RemoteCall call ->
                        call.joins().isEmpty() && call.keys().equals(keys);
                    case Step.Namespaced(var _, var plan) -> plan.isOneExchange();
                    case Step.SqlMutations _,
                            Step.NestedInsert _,
                            Step.ActionSubmission _,
                            Step.ActionReport _,
                            Step.Constant _ -> false;
                };
    }

    /** Whether all its values are checked by who gets them: only Postgres checks what comes in variables. */
    public boolean isOnlyStatements() {
        return flatSteps().stream().allMatch(step -> switch (step) {
            case Step.SqlQuery _, Step.SqlMutation _, Step.SqlMutations _, Step.NestedInsert _ -> true;
            case Step.ActionCall _,
                    Step.ActionSubmission _,
                    Step.ActionReport _,
                    Step.RemoteCall _,
                    Step.Namespaced _,
                    Step.Constant _ -> false;
        });
    }
}
