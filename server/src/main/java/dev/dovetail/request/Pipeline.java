package dev.dovetail.request;

import dev.dovetail.error.ApiException;
import dev.dovetail.execute.Answer;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Deadline;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.Underway;
import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.operation.Binder;
import dev.dovetail.planner.Planner;
import dev.dovetail.request.PlanCache.Gear;
import dev.dovetail.request.PlanCache.Prepared;
import dev.dovetail.schema.SchemaKey;
import dev.dovetail.session.Session;
import dev.dovetail.snapshot.Snapshots;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A GraphQL request's sentence: take the snapshot once, the role's schema, parse, bind, plan (cached), run, answer. A
 * plan that is cached and one exchange, with what is joined to it, need not leave the event loop; everything else goes
 * on a virtual thread.
 */
public final class Pipeline implements GraphqlService {
    /** Longer texts are not bound on the event loop, where others would wait for that. */
    private static final int LOOP_QUERY_CHARS_MAX = 2_000;

    private final Snapshots snapshots;
    private final Planner planner;
    private final Executor executor;
    private final AnswerBody bodies;
    private final RequestLimits limits;
    private volatile @Nullable PlanCache cache;

    public Pipeline(Snapshots snapshots, Planner planner, Executor executor, ErrorFormat errors, RequestLimits limits) {
        this.snapshots = snapshots;
        this.planner = planner;
        this.executor = executor;
        this.bodies = new AnswerBody(errors);
        this.limits = limits;
    }

    @Override
    public CompletionStage<GraphqlAnswer> answer(GraphqlCall call) {
        if (call.body().length > limits.loopBodyBytesMax()) {
            return onVirtualThread(() -> slowly(call));
        }
        try {
            var parsed = parsed(call);
            if (!parsed.batch()) {
                var request = parsed.operations().getFirst();
                var prepared = plans().find(SchemaKey.of(call.session()), request);
                if (prepared != null && staysOnLoop(prepared, request)) {
                    return start(prepared, request, call);
                }
            }
            return onVirtualThread(() -> run(parsed, call));
        } catch (ApiException refused) {
            return CompletableFuture.completedFuture(bodies.failed(refused.failures(), call.session()));
        }
    }

    @Override
    public Object schemas() {
        return snapshots.current();
    }

    private GraphqlAnswer slowly(GraphqlCall call) {
        try {
            return run(parsed(call), call);
        } catch (ApiException refused) {
            return bodies.failed(refused.failures(), call.session());
        }
    }

    private RequestBody.Parsed parsed(GraphqlCall call) {
        return Files.place(RequestBody.parse(call.body(), limits.batchOperationsMax()), call.files());
    }

    private GraphqlAnswer run(RequestBody.Parsed parsed, GraphqlCall call) {
        if (!parsed.batch()) {
            return run(parsed.operations().getFirst(), call);
        }
        var answers = new ArrayList<GraphqlAnswer>();
        parsed.operations().forEach(each -> answers.add(run(each, call)));
        return bodies.together(answers);
    }

    private GraphqlAnswer run(RequestBody request, GraphqlCall call) {
        try {
            var prepared = ready(request, call.session());
            var answer = executor.run(prepared.plan(), toCall(prepared, request, call));
            return bodies.of(answer, call.session());
        } catch (ApiException refused) {
            return bodies.failed(refused.failures(), call.session());
        }
    }

    /**
     * A plan that is known checks no value by itself: those of variables are bound anew, those in the text were bound
     * when it was made. Throws what the client did wrong.
     */
    private Prepared ready(RequestBody request, Session session) {
        var cache = plans();
        var key = SchemaKey.of(session);
        var known = cache.find(key, request);
        if (known != null && request.variables().isEmpty()) {
            return known;
        }
        var schema = cache.snapshot().schemas().of(key);
        var document = DocumentParser.parse(request.query());
        var binder = new Binder(schema, document, request.operationName(), request.variables());
        var operation = binder.bind();
        if (known != null) {
            return known;
        }
        var plan = planner.plan(operation, schema);
        var defaults = binder.variables().values().deepCopy();
        defaults.remove(request.variables().propertyNames());
        var prepared = Prepared.of(plan, defaults);
        cache.put(key, request, binder.enumVariables(), prepared);
        return prepared;
    }

    private static boolean staysOnLoop(Prepared prepared, RequestBody request) {
        return switch (prepared.gear()) {
            case FIRST -> true;
            case FIRST_BOUND_ANEW ->
                request.variables().isEmpty() || request.query().length() <= LOOP_QUERY_CHARS_MAX;
            case SECOND -> false;
        };
    }

    /** First gear. */
    private CompletionStage<GraphqlAnswer> start(Prepared prepared, RequestBody request, GraphqlCall call) {
        try {
            if (prepared.gear() == Gear.FIRST_BOUND_ANEW) {
                ready(request, call.session());
            }
            var underway = executor.start(prepared.plan(), toCall(prepared, request, call));
            var answer = new CompletableFuture<GraphqlAnswer>();
            answer.whenComplete((_, _) -> {
                if (answer.isCancelled()) {
                    underway.cancel().run();
                }
            });
            underway.answer().whenComplete((given, fault) -> complete(answer, given, fault, call.session()));
            return answer;
        } catch (ApiException refused) {
            // A value does not fit its place: binding anew says where that place is.
            return onVirtualThread(() -> run(request, call));
        }
    }

    private void complete(
            CompletableFuture<GraphqlAnswer> answer,
            @Nullable Answer given,
            @Nullable Throwable fault,
            Session session) {
        try {
            if (given != null) {
                answer.complete(bodies.of(given, session));
            } else if (fault != null && Underway.cause(fault) instanceof ApiException refused) {
                answer.complete(bodies.failed(refused.failures(), session));
            } else {
                answer.completeExceptionally(
                        fault == null ? new IllegalStateException("nothing was answered") : Underway.cause(fault));
            }
        } catch (Throwable broken) {
            answer.completeExceptionally(broken);
        }
    }

    private Call toCall(Prepared prepared, RequestBody request, GraphqlCall call) {
        var limit = limits.timeMax();
        return new Call(
                withDefaults(prepared.defaults(), request.variables()),
                call.session(),
                request.query(),
                call.clientHeaders(),
                call.requestId(),
                limit == null ? Deadline.NONE : Deadline.in(limit));
    }

    private static ObjectNode withDefaults(ObjectNode defaults, ObjectNode given) {
        if (defaults.isEmpty()) {
            return given;
        }
        var all = defaults.deepCopy();
        all.setAll(given);
        return all;
    }

    /** The cache of the snapshot in force; a new snapshot starts with an empty one. */
    private PlanCache plans() {
        var snapshot = snapshots.current();
        var known = cache;
        if (known == null || known.snapshot() != snapshot) {
            known = new PlanCache(snapshot, limits.planCacheBytesMax());
            cache = known;
        }
        return known;
    }

    private static CompletionStage<GraphqlAnswer> onVirtualThread(Supplier<GraphqlAnswer> work) {
        var answer = new CompletableFuture<GraphqlAnswer>();
        var thread = Thread.ofVirtual().name("request").unstarted(() -> {
            try {
                answer.complete(work.get());
            } catch (Throwable fault) {
                answer.completeExceptionally(fault);
            }
        });
        answer.whenComplete((_, _) -> {
            if (answer.isCancelled()) {
                thread.interrupt();
            }
        });
        thread.start();
        return answer;
    }
}
