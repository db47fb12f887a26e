package dev.dovetail.outbound;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.execute.ActionRunner;
import dev.dovetail.execute.Answer;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Caller;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.RemoteRunner;
import dev.dovetail.execute.Underway;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.model.ValueSource;
import dev.dovetail.name.ActionName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.ActionInput;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.Step;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** One action, called. */
record Actions(Http http, boolean configuredFirst) {

    /** What differs between the actions of these tests. */
    record Given(
            String url,
            Shape shape,
            List<OutboundHeader> headers,
            boolean forwardClientHeaders,
            @Nullable Set<String> ignoredClientHeaders,
            Duration timeout) {
        static Given at(String url, Shape shape) {
            return new Given(url, shape, List.of(), false, null, Duration.ofSeconds(5));
        }
    }

    Answer run(Given given, Call call) {
        return executor().run(plan(given), call);
    }

    /** On the event loop, as what has been planned before is run. */
    Answer start(Given given, Call call) {
        try {
            return executor()
                    .start(plan(given), call)
                    .answer()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException failed) {
            return Answer.failed(((ApiException) Underway.cause(failed)).failures());
        }
    }

    private static Plan plan(Given given) {
        var action = new Action(
                new ActionName("doIt"),
                null,
                Action.Type.MUTATION,
                false,
                List.of(
                        new Action.Argument("id", null, new TypeSyntax.NonNull(new TypeSyntax.Named("ID"))),
                        new Action.Argument("counts", null, new TypeSyntax.ListOf(new TypeSyntax.Named("Int")))),
                new TypeSyntax.Named("T"),
                given.url(),
                given.url(),
                null,
                null,
                given.headers(),
                given.forwardClientHeaders(),
                given.ignoredClientHeaders(),
                given.timeout(),
                null,
                null,
                Set.of());
        var input = new LinkedHashMap<String, ActionInput>();
        input.put("name", new ActionInput(new ValueSource.Variable("name", List.of()), Path.ROOT));
        input.put("fixed", new ActionInput(new ValueSource.Literal(Json.read("[1.50]")), Path.ROOT));
        input.put("id", new ActionInput(new ValueSource.Variable("id", List.of()), Path.ROOT.key("id")));
        input.put("counts", new ActionInput(new ValueSource.Variable("counts", List.of()), Path.ROOT.key("counts")));
        var step = new Step.ActionCall("key", action, input, given.shape(), JoinTree.NONE);
        return new Plan(OperationKind.MUTATION, List.of(step), List.of("key"));
    }

    private Executor executor() {
        var caller = new Caller(http, Observer.NONE);
        return new Executor(
                source -> {
                    throw new IllegalStateException();
                },
                new ActionRunner(caller, configuredFirst),
                new RemoteRunner(caller));
    }
}
