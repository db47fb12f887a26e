package dev.dovetail.execute;

import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.name.SourceName;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Step;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The transaction that all fields of a mutation share, when they are statements in one source. */
record SharedTransaction(SourceName source, Plan plan) {

    /** Only when there are several, all plain SQL there, without joins. */
    static Optional<SharedTransaction> of(Plan plan) {
        if (plan.kind() != OperationKind.MUTATION) {
            return Optional.empty();
        }
        var sources = new LinkedHashSet<SourceName>();
        var mutations = 0;
        for (var step : plan.flatSteps()) {
            switch (step) {
                case Step.SqlMutation mutation
                when mutation.joins().isEmpty() -> {
                    mutations++;
                    sources.add(mutation.source());
                }
                case Step.SqlMutations several
                when several.joins().isEmpty() -> {
                    mutations++;
                    sources.add(several.source());
                }
                case Step.NestedInsert insert
                when insert.joins().isEmpty() -> {
                    mutations++;
                    sources.add(insert.source());
                }
                case Step.Constant _ -> {}
                case Step.SqlMutation _,
                        Step.SqlMutations _,
                        Step.NestedInsert _,
                        Step.SqlQuery _,
                        Step.ActionCall _,
                        Step.ActionSubmission _,
                        Step.ActionReport _,
                        Step.RemoteCall _,
                        Step.Namespaced _ -> {
                    return Optional.empty();
                }
            }
        }
        return mutations > 1 && sources.size() == 1
                ? Optional.of(new SharedTransaction(sources.getFirst(), plan))
                : Optional.empty();
    }

    List<StepAnswer> run(SqlSteps sql, Call call) {
        return sql.transaction(
                source,
                call,
                (transaction, rowByRow) -> plan.steps().stream()
                        .map(step -> within(transaction, rowByRow, step, call))
                        .toList());
    }

    private static StepAnswer within(Database.Transaction transaction, boolean rowByRow, Step step, Call call) {
        return switch (step) {
            case Step.SqlMutation mutation ->
                new StepAnswer.RawValue(mutation.key(), SqlSteps.mutation(mutation, call, transaction));
            case Step.SqlMutations several ->
                new StepAnswer.RawValue(several.key(), SqlSteps.mutations(several, call, transaction));
            case Step.NestedInsert insert ->
                new StepAnswer.RawValue(insert.key(), NestedInsertRun.run(insert, call, transaction, rowByRow));
            case Step.Constant constant -> StepStarter.constant(constant);
            case Step.Namespaced(var key, var plan) ->
                Namespace.of(
                        key,
                        plan.keys(),
                        plan.steps().stream()
                                .map(each -> within(transaction, rowByRow, each, call))
                                .toList());
            case Step.SqlQuery _, Step.ActionCall _, Step.ActionSubmission _, Step.ActionReport _, Step.RemoteCall _ ->
                throw new IllegalStateException("not a statement of this transaction");
        };
    }
}
