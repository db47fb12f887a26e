package dev.dovetail.plan;

import dev.dovetail.graphql.ast.OperationKind;
import java.util.List;

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

    /** Whether the answer is one statement's bytes as they come: then nothing has to leave the event loop. */
    public boolean isOneStatement() {
        return kind == OperationKind.QUERY
                && steps.size() == 1
                && steps.getFirst() instanceof Step.SqlQuery(var _, var sqlKeys, var _, var joins)
                && joins.isEmpty()
                && sqlKeys.equals(keys);
    }
}
