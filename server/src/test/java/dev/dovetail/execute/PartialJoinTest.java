package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
import dev.dovetail.model.Action;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.name.SourceName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.world.Others;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What partial joins send, how often, and what they tell. */
class PartialJoinTest {
    private static final RemoteSchema REMOTE = Others.remote();

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    @DisplayName("RRL-08: a number that some servers take is sent; where it is refused it is left out")
    void theBoundsOfNumbersAreTheRemotes() {
        checkNumbers("Int", "1, 3000000000", 5_000_000_000L, "1 3000000000", 1);
        checkNumbers("Int", "1, 3000000000, 2", 1L << 31, "1 null 2", 2);
        checkNumbers("Int", "1, \"3000000000\"", 1L << 40, "1 3000000000", 1);
        checkNumbers("Int", "1, 1.0, 1e2", 1L << 31, "1 1.0 1e2", 1);
        checkNumbers("Int", "1, 1.5, \"x\", 2", 1L << 31, "1 null null 2", 1);
        checkNumbers("Float", "1, 1e-400, 1.5", 1L << 31, "1 1e-400 1.5", 1);
    }

    /** @param least a number that the remote refuses, as are those above it */
    private void checkNumbers(String type, String keys, long least, String expected, int times) {
        requests.set(0);
        var http = new FakeHttp(request -> {
            requests.incrementAndGet();
            var data = Json.object();
            var given = Json.read(request.body()).get("variables");
            for (var i = 0; given.has("_" + i + "_0"); i++) {
                var key = given.get("_" + i + "_0");
                if (key.asDouble() >= least) {
                    return answer(400, "{\"errors\": [{\"message\": \"beyond\"}]}");
                }
                data.put("_" + i, key.toString());
            }
            return answer(200, "{\"data\": " + data + "}");
        });
        var answer = run(http, rows(keys), toRemote(type, null), JoinTree.Spread.NONE, 100);
        assertThat(told(answer).replace("E+", "e").replace("E-", "e-")).isEqualTo(expected);
        assertThat(requests).hasValue(times);
    }

    @Test
    @DisplayName("RRL-08: a request that a remote schema refuses is not asked again, though it writes null data, too")
    void refusedWithNullData() {
        checkRefused(400, 1);
        checkRefused(500, 1);
        checkRefused(200, 4);
    }

    private void checkRefused(int status, int times) {
        requests.set(0);
        var http = new FakeHttp(_ -> {
            requests.incrementAndGet();
            return answer(status, "{\"data\": null, \"errors\": [{\"message\": \"no\"}]}");
        });
        run(http, rows(100), toRemote("Int", null), JoinTree.Spread.NONE, 100);
        assertThat(requests).hasValue(times);
    }

    @Test
    @DisplayName("RRL-08: one bound holds for all requests of a join")
    void theBoundIsThatOfTheJoin() {
        var http = new FakeHttp(request -> {
            requests.incrementAndGet();
            var data = Json.object();
            var given = Json.read(request.body()).get("variables");
            for (var i = 0; given.has("_" + i + "_0"); i++) {
                if (given.get("_" + i + "_0").asInt() % 100 == 1) {
                    return answer(200, "{\"data\": null, \"errors\": [{\"message\": \"no\"}]}");
                }
                data.put("_" + i, 1);
            }
            return answer(200, "{\"data\": " + data + "}");
        });
        run(http, rows(1_000), toRemote("Int", null), JoinTree.Spread.NONE, 100);
        assertThat(requests).hasValue(10 + 32);
    }

    @Test
    @DisplayName("RRL-08: a bad value of the client's own costs a table some statements more, not many for each call")
    void aLiteralThatIsNoValue() {
        FakeDatabases.Statements statements = (sql, _) -> {
            if (sql.equals("rows")) {
                return rows(1_000);
            }
            requests.incrementAndGet();
            throw new ApiException(ErrorCode.DATA_EXCEPTION, Path.ROOT, "invalid input syntax for type uuid: \"x\"");
        };
        var target = new JoinTarget.ToTable(
                new SourceName("db"), new SqlCall("joined", List.of(new SqlCall.Argument.JoinKeys(0))), JoinTree.NONE);
        run(statements, FakeHttp.NOWHERE, target, JoinTree.Spread.NONE, 100);
        assertThat(requests).hasValue(10 + 3);
    }

    @Test
    @DisplayName("RRL-08: an error within what one key of a list leads to is told at the field, of another key not")
    void errorsOfListsOfKeys() {
        var batch = "{\"data\": {\"_0\": [{\"m\": 7}, {\"m\": 7}, {\"m\": 8}]}, \"errors\": [{\"message\": \"no\","
                + " \"path\": [\"_0\", 2, \"w\"]}]}";
        var aliases = "{\"data\": {\"_0\": [{\"w\": 1}], \"_1\": [{\"w\": null}]}, \"errors\": [{\"message\": \"no\","
                + " \"path\": [\"_1\", 0, \"w\"]}]}";
        checkPaths(batch, new JoinTarget.Batch("m", true), JoinTree.Spread.FLAT, "[\"root\",0,\"one\"]");
        checkPaths(aliases, null, JoinTree.Spread.FLAT, "[\"root\",0,\"one\"]");
        checkPaths(
                batch,
                new JoinTarget.Batch("m", true),
                JoinTree.Spread.EACH,
                "[\"root\",0,\"one\",1,0,\"w\"] [\"root\",0,\"one\",2,0,\"w\"]");
        checkPaths(
                aliases, null, JoinTree.Spread.EACH, "[\"root\",0,\"one\",1,0,\"w\"] [\"root\",0,\"one\",2,0,\"w\"]");
    }

    private static void checkPaths(
            String answer, JoinTarget.@Nullable Batch batch, JoinTree.Spread spread, String paths) {
        var told = run(new FakeHttp(_ -> answer(200, answer)), rows("[7, 8, 8]"), toRemote("Int", batch), spread, 100);
        assertThat(told.failures().stream()
                        .flatMap(PartialJoinTest::errors)
                        .map(error -> error.path("path").toString())
                        .collect(Collectors.joining(" ")))
                .isEqualTo(paths);
    }

    @Test
    @DisplayName("RRL-08: a key that was not sent keeps its own reason though the handler then fails")
    void anUnfitKeyOfAHandlerThatFails() {
        var answer = run(FakeHttp.NOWHERE, rows("1, \"x\""), toAction(), JoinTree.Spread.NONE, 100);
        assertThat(own(answer).map(Failure.Own::message))
                .containsExactlyInAnyOrder(
                        "expected a 32-bit integer for type 'Int', but found a string",
                        "http exception when calling webhook");
    }

    @Test
    @DisplayName("RRL-08: of many bad elements of a handler one tells the whole answer")
    void theAnswerOfAHandlerIsToldOnce() {
        var http = new FakeHttp(
                _ -> answer(200, IntStream.range(0, 50).mapToObj(_ -> "null").toList() + ""));
        var answer = run(http, rows(50), toAction(), JoinTree.Spread.NONE, 100);
        assertThat(answer.failures()).hasSize(50);
        assertThat(own(answer).filter(each -> each.internal() != null)).hasSize(1);
    }

    private static Stream<JsonNode> errors(Failure failure) {
        return switch (failure) {
            case Failure.Partial(var _, var cause) -> errors(cause);
            case Failure.Upstream(var errors) -> errors.valueStream();
            case Failure.Own _, Failure.Handler _ -> throw new AssertionError(failure);
        };
    }

    private static Stream<Failure.Own> own(Answer answer) {
        return answer.failures().stream().map(PartialJoinTest::own);
    }

    private static Failure.Own own(Failure failure) {
        return switch (failure) {
            case Failure.Partial(var _, var cause) -> own(cause);
            case Failure.Own own -> own;
            case Failure.Upstream _, Failure.Handler _ -> throw new AssertionError(failure);
        };
    }

    private static String told(Answer answer) {
        return Json.read(Objects.requireNonNull(answer.data()))
                .get("root")
                .valueStream()
                .map(row -> row.get("one"))
                .map(one -> one.isNull() ? "null" : one.asString())
                .collect(Collectors.joining(" "));
    }

    private static String rows(int count) {
        return rows(IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(", ")));
    }

    /** @param keys as JSON, with a comma and a space between; or one list */
    private static String rows(String keys) {
        var each = keys.startsWith("[") ? List.of(keys) : List.of(keys.split(", "));
        return each.stream()
                .map(key -> "{\"one\": null, \".id\": " + key + "}")
                .collect(Collectors.joining(",", "{\"root\": [", "]}"));
    }

    private static Answer run(Http http, String rows, JoinTarget target, JoinTree.Spread spread, int keys) {
        return run((_, _) -> rows, http, target, spread, keys);
    }

    private static Answer run(
            FakeDatabases.Statements statements, Http http, JoinTarget target, JoinTree.Spread spread, int keys) {
        var key = new JoinTree.Key(".id", List.of());
        var tree = new JoinTree(
                List.of(new JoinTree.Join(List.of("root"), "one", List.of(key), spread, target, true)),
                List.of(new JoinTree.Hidden(List.of("root"), ".id")));
        var step = new Step.SqlQuery(new SourceName("db"), List.of("root"), new SqlCall("rows", List.of()), tree);
        var caller = new Caller(http, Observer.NONE);
        return new Executor(
                        new FakeDatabases(statements),
                        new ActionRunner(caller, false),
                        new RemoteRunner(caller),
                        AsyncActions.NONE,
                        new JoinLimits(keys, keys, 1))
                .run(new Plan(OperationKind.QUERY, List.of(step), List.of("root")), Calls.plain());
    }

    private static Http.Response answer(int status, String json) {
        return new Http.Response(status, List.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static JoinTarget toRemote(String type, JoinTarget.@Nullable Batch batch) {
        return new JoinTarget.ToRemote(
                REMOTE,
                List.of(new JoinTarget.Part.Text("t(k: "), new JoinTarget.Part.Key(0), new JoinTarget.Part.Text(")")),
                List.of(new JoinTarget.Carried(0, new TypeSyntax.Named(type))),
                List.of(),
                List.of(),
                new Shape.Verbatim(true),
                batch,
                JoinTree.NONE);
    }

    /** Of which no element may be null. */
    private static JoinTarget toAction() {
        var action = Others.action("act", "json", new Action.Argument("k", null, new TypeSyntax.Named("Int")));
        var input = new LinkedHashMap<String, JoinTarget.Given>();
        input.put("k", new JoinTarget.Given.Key(0));
        return new JoinTarget.ToAction(action, input, true, new Shape.Verbatim(false), JoinTree.NONE, Path.ROOT);
    }
}
