package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.List;
import java.util.function.Supplier;
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
     * First gear: starts a plan whose {@link Plan#isOneExchange()} holds, and does not wait. As in the reference, a
     * failure anywhere leaves only errors: the answer then fails with {@link ApiException}. Throws {@link ApiException}
     * when a parameter of the plan's step cannot be filled.
     */
    public Underway<Answer> start(Plan plan, Call call) {
        var turn = Turn.of(call, atATime, true);
        return steps(plan, turn).then(answers -> answer(plan, answers, turn));
    }

    /** Second gear: runs any plan, waiting on this virtual thread; an interrupt cancels what is under way. */
    public Answer run(Plan plan, Call call) {
        if (Thread.currentThread().isInterrupted()) {
            return Answer.failed(Underway.cancelled().failures());
        }
        var turn = Turn.of(call, atATime, false);
        try {
            var shared = SharedTransaction.of(plan);
            var answers = shared.isPresent()
                    ? shared.get().run(sql, call)
                    : steps(plan, turn).await();
            return answer(plan, answers, turn);
        } catch (ApiException e) {
            return Answer.failed(e.failures());
        }
    }

    private static Answer answer(Plan plan, List<StepAnswer> answers, Turn turn) {
        return Answer.of(
                AnswerWriter.write(plan.keys(), answers),
                failures(answers),
                turn.headers().all());
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
            return InOrder.of(steps.stream()
                    .<Supplier<Underway<StepAnswer>>>map(step -> () -> run(step, turn))
                    .toList());
        }
        return Underway.all(steps.stream()
                .map(step -> Underway.starting(() -> run(step, turn)))
                .toList());
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
        var loop = turn.loop();
        var read = loop.times(
                loop.of(answer, StepAnswer::rawBytes), _ -> tree.joins().size());
        return read.thenStart(raw -> {
            var nodes = raw.parsed();
            return new JoinRunner(joins, turn)
                    .join(nodes.object(), tree)
                    .then(failures -> new StepAnswer.Nodes(nodes.object(), failures));
        });
    }
}
