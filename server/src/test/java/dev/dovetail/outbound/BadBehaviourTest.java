package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.ActionRunner;
import dev.dovetail.execute.Answer;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Caller;
import dev.dovetail.execute.Calls;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.FakeDatabases;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.execute.RemoteRunner;
import dev.dovetail.execute.Underway;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.HeaderConf;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.model.EnvironmentText;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * R7: each behaviour against each caller. Every call ends in time with one failure of the caller's own kind, which
 * gives no header away, and the path only to whom it may be told.
 */
class BadBehaviourTest {
    private static final String CANARY = "canary-51ac";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final RemoteSchemaName FAR = new RemoteSchemaName("far");
    private static Vertx vertx;
    private static HttpCalls http;

    /**
     * @param tellsAddress as the metadata has it, to those who may see what is internal
     * @param call from an address and a time limit to what is told
     */
    private record Calling(String name, String words, boolean tellsAddress, Function<Target, Failure> call) {}

    private record Target(String url, Duration timeout) {}

    private static final List<Calling> CALLERS = List.of(
            new Calling("action", "http exception when calling webhook", true, target -> action(target, Actions::run)),
            new Calling(
                    "action, not waited for",
                    "http exception when calling webhook",
                    true,
                    target -> action(target, Actions::start)),
            new Calling("remote query", "HTTP exception occurred", false, target -> remote(remoteQuery(target))),
            new Calling(
                    "remote query, not waited for",
                    "HTTP exception occurred",
                    false,
                    target -> remoteStarted(remoteQuery(target))),
            new Calling("join", "HTTP exception occurred", false, target -> remote(join(target))),
            new Calling("introspection", "HTTP exception occurred", true, BadBehaviourTest::introspection));

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        http = new HttpCalls(
                vertx,
                new HttpCalls.Limits(1_000_000, Duration.ofSeconds(5), 50, 50),
                AddressPolicy.parse("127.0.0.0/8"));
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @Test
    void everyBehaviourAgainstEveryCaller() throws Exception {
        var checks = new ArrayList<Callable<Void>>();
        for (var behaviour : BadBehaviour.values()) {
            for (var caller : CALLERS) {
                checks.add(() -> {
                    check(behaviour, caller);
                    return null;
                });
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(checks)) {
                done.get();
            }
        }
    }

    private static void check(BadBehaviour behaviour, Calling caller) throws Exception {
        try (var server = new RawServer(behaviour::answer)) {
            var url = behaviour == BadBehaviour.NO_TLS ? server.url().replace("http:", "https:") : server.url();
            var start = System.nanoTime();
            var failure = caller.call().apply(new Target(url + CANARY, timeout(behaviour)));
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
            assertThat(failure)
                    .as("%s at %s", behaviour, caller.name())
                    .isInstanceOfSatisfying(Failure.Own.class, own -> {
                        var told = own.message() + (own.internal() == null ? "" : Json.write(own.internal()));
                        if (behaviour.kind != null) {
                            assertThat(own.message()).startsWith(caller.words());
                            assertThat(told).contains(new HttpFailure(behaviour.kind).words());
                        }
                        assertThat(told).doesNotContain("secret-" + CANARY);
                        if (!caller.tellsAddress()) {
                            assertThat(told).doesNotContain(CANARY);
                        }
                    });
        }
    }

    /** Short where nothing else can end the call. */
    private static Duration timeout(BadBehaviour behaviour) {
        var isSlow = behaviour.kind == HttpFailure.Kind.RESPONSE_TIMEOUT;
        return Duration.ofSeconds(isSlow ? 1 : 12);
    }

    private interface Gear {
        Answer run(Actions actions, Actions.Given given, Call call);
    }

    private static Failure action(Target target, Gear gear) {
        var secret = List.of(new OutboundHeader("Authorization", "secret-" + CANARY));
        var shape = new Shape.Leaf("String", false);
        var given = new Actions.Given(target.url(), shape, secret, false, null, target.timeout());
        return only(gear.run(new Actions(http, false), given, Calls.plain()));
    }

    private static Failure introspection(Target target) {
        var definition = new RemoteSchemaDefinition(
                new UrlConf.Literal(target.url()),
                List.of(new HeaderConf.FromEnv("Authorization", "TOKEN")),
                false,
                (int) target.timeout().toSeconds(),
                null,
                Json.object());
        var introspector = new HttpIntrospector(http, new EnvironmentText(Map.of("TOKEN", "secret-" + CANARY)::get));
        return catchThrowableOfType(ApiException.class, () -> introspector.introspect(FAR, definition))
                .failure();
    }

    private static Failure remote(Step step) {
        return only(executor().run(plan(step), Calls.plain()));
    }

    private static Failure remoteStarted(Step step) {
        var answer = executor().start(plan(step), Calls.plain()).answer().toCompletableFuture();
        var failed = catchThrowableOfType(CompletionException.class, answer::join);
        return ((ApiException) Underway.cause(failed)).failure();
    }

    private static Plan plan(Step step) {
        return new Plan(OperationKind.QUERY, List.of(step), List.of("r"));
    }

    private static Executor executor() {
        var caller = new Caller(http, Observer.NONE);
        var databases = new FakeDatabases((sql, _) -> sql);
        return new Executor(databases, new ActionRunner(caller, false), new RemoteRunner(caller));
    }

    private static Step remoteQuery(Target target) {
        var any = new Shape.Leaf("Any", true);
        var shape = new Shape.ObjectShape("Query", List.of(new Shape.Field.Taken("r", "r", any)), false);
        var query = new RemoteQuery(OperationKind.QUERY, null, List.of(), "r");
        return new Step.RemoteCall(schema(target), List.of("r"), query, shape, JoinTree.NONE);
    }

    private static Step join(Target target) {
        var joined = new JoinTarget.ToRemote(
                schema(target),
                List.of(
                        new JoinTarget.Part.Text("f(k: "),
                        new JoinTarget.Part.Key(0),
                        new JoinTarget.Part.Text(") { n }")),
                List.of(new JoinTarget.Carried(0, new TypeSyntax.NonNull(new TypeSyntax.Named("Int")))),
                List.of(),
                List.of(),
                new Shape.Verbatim(true),
                JoinTree.NONE);
        var path = List.of("r");
        var tree = new JoinTree(
                List.of(new JoinTree.Join(path, "j", List.of(".k"), joined)), List.of(new JoinTree.Hidden(path, ".k")));
        var statement = new SqlCall("{\"r\": {\".k\": 1, \"j\": null}}", List.of());
        return new Step.SqlQuery(new SourceName("db"), List.of("r"), statement, tree);
    }

    private static RemoteSchema schema(Target target) {
        return new RemoteSchema(
                FAR,
                target.url(),
                List.of(new OutboundHeader("Authorization", "secret-" + CANARY)),
                false,
                target.timeout(),
                new TypeDefinitions(new LinkedHashMap<>(), "Query", null, null));
    }

    private static Failure only(Answer answer) {
        assertThat(answer.failures()).hasSize(1);
        return answer.failures().getFirst();
    }
}
