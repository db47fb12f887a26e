package dev.dovetail.execute;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** Runs plans. */
public final class Executor {
    private final SqlSteps sql;
    private final FirstGear firstGear;
    private final JoinFetcher joins;
    private final int atATime;
    private final ActionRunner actions;
    private final RemoteRunner remotes;
    private final AsyncActions asynchronous;

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
        this.firstGear = new FirstGear(sql, actions, remotes);
        this.joins = new JoinFetcher(databases, remotes, actions, limits);
        this.atATime = limits.atATime();
        this.actions = actions;
        this.remotes = remotes;
        this.asynchronous = asynchronous;
    }

    /** One request while it runs. */
    private record Turn(Call call, ResponseHeaders headers, Exchanges exchanges) {}

    /**
     * First gear: starts a plan whose {@link Plan#isOneExchange()} holds. Never blocks. Throws {@link ApiException}
     * when a parameter cannot be filled.
     */
    public Underway<Answer> start(Plan plan, Call call) {
        return firstGear.start(plan, call);
    }

    /** What would be sent with a statement that depends on no other: null, a {@link String} or a {@code String[]}. */
    public static List<@Nullable Object> values(SqlCall sqlCall, Call call) {
        return SqlSteps.values(sqlCall, call);
    }

    /**
     * Second gear: runs any plan, waiting on this virtual thread; an interrupt cancels what is under way. As in the
     * reference, a failure anywhere leaves only errors.
     */
    public Answer run(Plan plan, Call call) {
        var headers = new ResponseHeaders();
        try {
            var shared = sharedSource(plan);
            var answers = shared.isPresent()
                    ? together(shared.get(), plan, call)
                    : steps(plan, new Turn(call, headers, new Exchanges(atATime)));
            return Answer.of(AnswerWriter.write(plan.keys(), answers), failures(answers), headers.all());
        } catch (ApiException e) {
            return Answer.failed(e.failures());
        }
    }

    private static List<Failure> failures(List<StepAnswer> answers) {
        return answers.stream().flatMap(each -> each.failures().stream()).toList();
    }

    /** Of a mutation one after the other, else in parallel. */
    private List<StepAnswer> steps(Plan plan, Turn turn) {
        if (plan.kind() == OperationKind.MUTATION) {
            var answers = new ArrayList<StepAnswer>();
            plan.steps().forEach(step -> answers.add(run(step, turn)));
            return answers;
        }
        var tasks = new ArrayList<Callable<StepAnswer>>();
        plan.steps().forEach(step -> tasks.add(() -> run(step, turn)));
        return Parallel.run(tasks);
    }

    private List<StepAnswer> together(SourceName source, Plan plan, Call call) {
        return sql.transaction(
                source,
                call,
                (transaction, rowByRow) -> plan.steps().stream()
                        .map(step -> within(transaction, rowByRow, step, call))
                        .toList());
    }

    /**
     * The source whose transaction all fields share: only when there are several, all plain SQL there, without joins.
     */
    private static Optional<SourceName> sharedSource(Plan plan) {
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
        return mutations > 1 && sources.size() == 1 ? Optional.of(sources.getFirst()) : Optional.empty();
    }

    private static StepAnswer within(Database.Transaction transaction, boolean rowByRow, Step step, Call call) {
        return switch (step) {
            case Step.SqlMutation mutation ->
                new StepAnswer.RawValue(mutation.key(), SqlSteps.mutation(mutation, call, transaction));
            case Step.SqlMutations several ->
                new StepAnswer.RawValue(several.key(), SqlSteps.mutations(several, call, transaction));
            case Step.NestedInsert insert ->
                new StepAnswer.RawValue(insert.key(), NestedInsertRun.run(insert, call, transaction, rowByRow));
            case Step.Constant constant -> constant(constant);
            case Step.Namespaced(var key, var plan) ->
                within(
                        key,
                        plan,
                        plan.steps().stream()
                                .map(each -> within(transaction, rowByRow, each, call))
                                .toList());
            case Step.SqlQuery _, Step.ActionCall _, Step.ActionSubmission _, Step.ActionReport _, Step.RemoteCall _ ->
                throw new IllegalStateException("not a statement of this transaction");
        };
    }

    private StepAnswer run(Step step, Turn turn) {
        return switch (step) {
            case Step.Constant constant -> constant(constant);
            case Step.Namespaced(var key, var plan) -> {
                try {
                    yield within(key, plan, steps(plan, turn));
                } catch (ApiException refused) {
                    throw UpstreamPaths.of(refused, path -> below(key, path));
                }
            }
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

    private StepAnswer exchanged(Step step, Turn turn) {
        return turn.exchanges().run(() -> exchange(step, turn.call(), turn.headers()));
    }

    private StepAnswer exchange(Step step, Call call, ResponseHeaders headers) {
        return switch (step) {
            case Step.SqlQuery query -> new StepAnswer.Raw(query.keys(), sql.query(query, call));
            case Step.SqlMutation mutation -> new StepAnswer.RawValue(mutation.key(), sql.mutation(mutation, call));
            case Step.SqlMutations several -> new StepAnswer.RawValue(several.key(), sql.mutations(several, call));
            case Step.NestedInsert insert -> new StepAnswer.RawValue(insert.key(), sql.insert(insert, call));
            case Step.ActionCall action -> actions.run(action, call, headers);
            case Step.ActionSubmission submission -> asynchronous.submit(submission, call);
            case Step.ActionReport report -> asynchronous.report(report, call);
            case Step.RemoteCall remote -> remotes.run(remote, call, headers);
            case Step.Constant _, Step.Namespaced _ -> throw new IllegalStateException("nothing to ask anybody");
        };
    }

    private static StepAnswer within(String key, Plan plan, List<StepAnswer> answers) {
        var failures = UpstreamPaths.of(failures(answers), path -> below(key, path));
        return new StepAnswer.RawValue(key, AnswerWriter.write(plan.keys(), answers), failures);
    }

    private static ArrayNode below(String key, ArrayNode path) {
        return UpstreamPaths.append(Json.array().add(key), path, 0);
    }

    private StepAnswer joined(StepAnswer answer, JoinTree tree, Turn turn) {
        if (tree.isEmpty()) {
            return answer;
        }
        var nodes = answer.parsed();
        var runner = new JoinRunner(joins, turn.exchanges());
        return new StepAnswer.Nodes(nodes.object(), runner.join(nodes.object(), tree, turn.call()));
    }

    private static StepAnswer constant(Step.Constant constant) {
        var object = Json.object();
        object.set(constant.key(), constant.value());
        return new StepAnswer.Nodes(object);
    }
}
