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
     * Whether it is one exchange with a database or a service, and what is joined to that: then no thread has to wait,
     * and nothing is computed at length.
     */
    public boolean isOneExchange() {
        return steps.size() == 1
                && switch (steps.getFirst()) {
                    case Step.SqlQuery query -> isLight(query.joins());
                    case Step.SqlMutation mutation -> mutation.calls().size() == 1 && isLight(mutation.joins());
                    case Step.ActionCall call -> !call.action().transforms() && isLight(call.joins());
                    case Step.RemoteCall call -> isLight(call.joins());
                    case Step.Namespaced(var _, var plan) -> plan.isOneExchange();
                    case Step.SqlMutations _,
                            Step.NestedInsert _,
                            Step.ActionSubmission _,
                            Step.ActionReport _,
                            Step.Constant _ -> false;
                };
    }

    /** Templates may compute for long. */
    private static boolean isLight(JoinTree tree) {
        return tree.joins().stream()
                .map(JoinTree.Join::target)
                .allMatch(target -> isLight(target.joins())
                        && !(target instanceof JoinTarget.ToAction to
                                && to.action().transforms()));
    }

    /** Whether all its values are checked by who gets them: only Postgres checks what comes in variables. */
    public boolean isOnlyStatements() {
        return flatSteps().stream().allMatch(step -> switch (step) {
            case Step.SqlQuery query -> query.joins().isEmpty();
            case Step.SqlMutation mutation -> mutation.joins().isEmpty();
            case Step.SqlMutations several -> several.joins().isEmpty();
            case Step.NestedInsert insert -> insert.joins().isEmpty();
            case Step.ActionCall _,
                    Step.ActionSubmission _,
                    Step.ActionReport _,
                    Step.RemoteCall _,
                    Step.Namespaced _,
                    Step.Constant _ -> false;
        });
    }
}
