package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Runs plans. */
public final class Executor {
    private final SqlSteps sql;
    private final StepStarter starter;
    private final JoinFetcher joins;
    private final int atATime;

    /** Without asynchronous actions, with the usual limits. */
    public Executor(Databases databases, ActionRunner actions, RemoteRunner remotes) {
        this(databases, actions, remotes, AsyncActions.NONE, JoinLimits.DEFAULT);
    }

    public Executor(
            Databases databases,
            ActionRunner actions,
            RemoteRunner remotes,
            AsyncActions asynchronous,
            JoinLimits limits) {
        this.sql = new SqlSteps(databases);
        this.starter = new StepStarter(sql, actions, remotes, asynchronous);
        this.joins = new JoinFetcher(sql, remotes, actions, limits);
        this.atATime = limits.atATime();
    }

    /**
     * Starts a plan and does not wait; as in the reference, a failure anywhere leaves only errors, and the answer then
     * fails with {@link ApiException}. Throws {@link ApiException} when a parameter of the plan's only step cannot be
     * filled.
     */
    public Underway<Answer> start(Plan plan, Call call) {
        var turn = Turn.of(call, atATime);
        var answered = SharedTransaction.of(plan)
                .map(shared -> Underway.blocking(() -> shared.run(sql, call)))
                .orElseGet(() -> steps(plan, turn));
        return answered.then(answers -> Answer.of(
                AnswerWriter.write(plan.keys(), answers),
                failures(answers),
                turn.headers().all()));
    }

    /** Waits on this virtual thread; an interrupt cancels what is under way. */
    public Answer run(Plan plan, Call call) {
        try {
            return start(plan, call).await();
        } catch (ApiException e) {
            return Answer.failed(e.failures());
        }
    }

    /** What would be sent with a statement that depends on no other: null, a {@link String} or a {@code String[]}. */
    public static List<@Nullable Object> values(SqlCall sqlCall, Call call) {
        return SqlSteps.values(sqlCall, call);
    }

    private static List<Failure> failures(List<StepAnswer> answers) {
        return answers.stream().flatMap(each -> each.failures().stream()).toList();
    }

    /** Of a mutation one after the other, else side by side. */
    private Underway<List<StepAnswer>> steps(Plan plan, Turn turn) {
        var steps = plan.steps();
        if (steps.size() == 1) {
            return run(steps.getFirst(), turn).then(List::of);
        }
        if (plan.kind() == OperationKind.MUTATION) {
            return inOrder(steps, turn);
        }
        return Underway.all(steps.stream()
                .map(step -> Underway.starting(() -> run(step, turn)))
                .toList());
    }

    private Underway<List<StepAnswer>> inOrder(List<Step> steps, Turn turn) {
        var answers = Underway.done(List.<StepAnswer>of());
        for (var step : steps) {
            answers = answers.thenStart(before -> run(step, turn)
                    .then(answer ->
                            Stream.concat(before.stream(), Stream.of(answer)).toList()));
        }
        return answers;
    }

    private Underway<StepAnswer> run(Step step, Turn turn) {
        return switch (step) {
            case Step.Constant constant -> Underway.done(StepStarter.constant(constant));
            case Step.Namespaced(var key, var plan) -> within(key, plan, turn);
            case Step.SqlQuery query -> joined(exchanged(step, turn), query.joins(), turn);
            case Step.SqlMutation mutation -> joined(exchanged(step, turn), mutation.joins(), turn);
            case Step.SqlMutations several -> joined(exchanged(step, turn), several.joins(), turn);
            case Step.NestedInsert insert -> joined(exchanged(step, turn), insert.joins(), turn);
            case Step.ActionCall action -> joined(exchanged(step, turn), action.joins(), turn);
            case Step.ActionSubmission _ -> exchanged(step, turn);
            case Step.ActionReport report -> joined(exchanged(step, turn), report.joins(), turn);
            case Step.RemoteCall remote -> joined(exchanged(step, turn), remote.joins(), turn);
        };
    }

    private Underway<StepAnswer> exchanged(Step step, Turn turn) {
        return turn.exchanges().run(() -> starter.start(step, turn));
    }

    private Underway<StepAnswer> within(String key, Plan plan, Turn turn) {
        return steps(plan, turn)
                .then(answers -> Namespace.of(key, plan.keys(), answers))
                .orElse(fault -> {
                    throw Namespace.placed(key, fault);
                });
    }

    private Underway<StepAnswer> joined(Underway<StepAnswer> answer, JoinTree tree, Turn turn) {
        if (tree.isEmpty()) {
            return answer;
        }
        return turn.loop().of(answer, StepAnswer::rawBytes).thenStart(raw -> {
            var nodes = raw.parsed();
            return new JoinRunner(joins, turn)
                    .join(nodes.object(), tree)
                    .then(failures -> new StepAnswer.Nodes(nodes.object(), failures));
        });
    }
}
