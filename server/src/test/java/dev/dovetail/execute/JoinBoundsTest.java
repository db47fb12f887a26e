package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.json.Json;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What joins ask for at a time, how much they tell when they fail, and which keys they take as the same. */
class JoinBoundsTest {
    private static final int AT_A_TIME = 2;
    private static final RemoteSchema REMOTE = Others.remote();

    @Test
    void rootFieldsJoinsAndChunksTogetherKeepToTheBoundOfTheRequest() {
        var most = new AtomicInteger();
        var now = new AtomicInteger();
        FakeDatabases.Statements statements = (sql, values) -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            pause();
            now.decrementAndGet();
            return sql.equals("rows") ? rows("root", 4) : "[{\"one\": null, \"two\": null, \".id\": 1}]";
        };
        var inner = tree(JoinTarget.ELEMENT, toTable(JoinTree.NONE), false, "one", "two");
        var steps = new ArrayList<Step>();
        for (var i = 0; i < 4; i++) {
            var tree = tree("root", toTable(inner), false, "one", "two");
            steps.add(new Step.SqlQuery(new SourceName("db"), List.of("root"), sql("rows"), tree));
        }
        var answer = run(statements, FakeHttp.NOWHERE, new Plan(OperationKind.QUERY, steps, List.of("root")));
        assertThat(answer.failures()).isEmpty();
        assertThat(most).hasValueBetween(1, AT_A_TIME);
    }

    @Test
    @DisplayName("RRL-08: as many failing keys as there may be are told with a bounded number of errors")
    void theFailuresOfOneJoinAreBounded() {
        FakeDatabases.Statements statements = (sql, values) -> {
            if (sql.equals("rows")) {
                return rows("root", 1_000);
            }
            throw new ApiException(ErrorCode.POSTGRES_ERROR, Path.ROOT, "fails");
        };
        var answer = run(statements, FakeHttp.NOWHERE, plan(tree("root", toTable(JoinTree.NONE), true, "one")));
        assertThat(answer.failures()).hasSize(JoinKeys.PLACES_MAX);
        assertThat(answer.data()).isNotNull();
    }

    @Test
    @DisplayName("RRL-08: each place that wants a key is told when a remote schema refuses it")
    void aRepeatedKeyFailsAtEachOfItsPlaces() {
        FakeDatabases.Statements statements =
                (sql, values) -> "{\"root\": [{\"one\": null, \".id\": 7}, {\"one\": null, \".id\": 7}]}";
        Http http = new FakeHttp(request -> answer("""
                {"data": {"_0": null}, "errors": [{"message": "no", "path": ["_0", "w"]}]}"""));
        var answer = run(statements, http, plan(tree("root", toRemote(null), true, "one")));
        assertThat(answer.failures().toString())
                .contains("[\"root\",0,\"one\",\"w\"]")
                .contains("[\"root\",1,\"one\",\"w\"]");
    }

    @Test
    @DisplayName("RRL-08: a call that fails for several keys tells each place of its own, though no data came")
    void eachPlaceIsToldOfItsOwnError() {
        checkTold("7, 8", """
                {"data": null, "errors": [{"message": "no 7", "path": ["_0"]}, {"message": "no 8", "path": ["_1"]}]}""", """
                no 7 ["root",0,"one"]
                no 8 ["root",1,"one"]""");
        checkTold("7, 8, 7", """
                {"data": null, "errors": [{"message": "no 7", "path": ["_0", "w"]}, {"message": "no 8", "path": ["_1"]}]}""", """
                no 7 ["root",0,"one","w"]
                no 7 ["root",2,"one","w"]
                no 8 ["root",1,"one"]""");
        checkTold("7, 8", """
                {"data": null, "errors": [{"message": "no 8", "path": ["_1"]}, {"message": "down"}]}""", """
                no 8 ["root",1,"one"]
                down
                no 8
                down""");
        checkTold("7, 8", """
                {"errors": [{"message": "down"}]}""", """
                down
                down""");
    }

    @Test
    @DisplayName("RRL-08: a key that takes the answer from all others is left out, and these are asked for again")
    void whatOneKeySpoilsIsAskedForAgain() {
        checkSalvaged(1_000, Set.of(417), true, 2);
        checkSalvaged(1_000, Set.of(417), false, 21);
        checkSalvaged(100, Set.of(0, 50, 99), true, 21);
        checkSalvaged(2, Set.of(1), false, 3);
        checkSalvaged(1, Set.of(0), false, 1);
        checkSalvaged(3, Set.of(0, 1, 2), false, 5);
    }

    @Test
    @DisplayName("RRL-08: an error within one object of a batch is told where the key stands that it belongs to")
    void errorsWithinABatch() {
        checkBatch(false, "[{\"m\": 8}, null, {\"m\": 7}]", 2, "[\"root\",0,\"one\",\"w\"] [\"root\",2,\"one\",\"w\"]");
        var mixed = "[{\"m\": \"7\"}, {\"m\": 7}]";
        checkBatch(false, mixed, 0, "");
        checkBatch(false, mixed, 1, "[\"root\",0,\"one\",\"w\"] [\"root\",2,\"one\",\"w\"]");
        checkBatch(false, "[{\"m\": 8}, null]", 1, "");
        checkBatch(true, "[{\"m\": 8}, {\"m\": 9}, {\"m\": 8.0}]", 2, "[\"root\",1,\"one\",1,\"w\"]");
    }

    private static void checkBatch(boolean many, String list, int failed, String paths) {
        var rows =
                "{\"root\": [{\"one\": null, \".id\": 7}, {\"one\": null, \".id\": 8}, {\"one\": null, \".id\": 7}]}";
        var told = "{\"data\": {\"_0\": " + list + "}, \"errors\": [{\"message\": \"no\", \"path\": [\"_0\", " + failed
                + ", \"w\"]}]}";
        var plan = plan(tree("root", toRemote(new JoinTarget.Batch("m", many)), true, "one"));
        var failures = run((_, _) -> rows, new FakeHttp(_ -> answer(told)), plan, new JoinLimits(1, 9, AT_A_TIME))
                .failures();
        assertThat(failures.stream()
                        .flatMap(JoinBoundsTest::errors)
                        .map(error -> error.has("path") ? error.get("path").toString() : "")
                        .collect(Collectors.joining(" ")))
                .isEqualTo(paths);
    }

    @Test
    @DisplayName("RRL-08: what fails for every key is not tried for ever")
    void tryingAgainHasBounds() {
        var all = IntStream.range(0, 1_000).boxed().collect(Collectors.toSet());
        var vain = spoilt(1_000, all, false);
        assertThat(vain.requests()).isEqualTo(4);
        assertThat(vain.answer().failures()).hasSize(JoinKeys.PLACES_MAX);
        var half = IntStream.range(0, 1_000).filter(i -> i % 32 == 0).boxed().collect(Collectors.toSet());
        assertThat(spoilt(1_000, half, false).requests()).isEqualTo(18);
        assertThat(spoilt(1_000, half, true).requests()).isEqualTo(33);
    }

    private static void checkSalvaged(int keys, Set<Integer> bad, boolean named, int atMost) {
        var spoilt = spoilt(keys, bad, named);
        assertThat(spoilt.requests()).isLessThanOrEqualTo(atMost);
        var told = Json.read(Objects.requireNonNull(spoilt.answer().data()));
        for (var key = 0; key < keys; key++) {
            assertThat(told.get("root").get(key).get("one").asInt(-1)).isEqualTo(bad.contains(key) ? -1 : key);
        }
        var places = spoilt.answer().failures().stream()
                .map(failure -> failure instanceof Failure.Partial(var path, var _) && path != null
                        ? path.get(1).asInt()
                        : -1);
        assertThat(places).containsExactlyInAnyOrderElementsOf(bad);
    }

    private record Spoilt(Answer answer, int requests) {}

    /** A remote schema whose field may not be null, so that it answers nothing if one of the keys is bad. */
    private static Spoilt spoilt(int keys, Set<Integer> bad, boolean named) {
        var requests = new AtomicInteger();
        var http = new FakeHttp(request -> {
            requests.incrementAndGet();
            var given = Json.read(request.body()).get("variables");
            var data = Json.object();
            for (var i = 0; given.has("_" + i + "_0"); i++) {
                var key = given.get("_" + i + "_0").asInt();
                if (bad.contains(key)) {
                    var path = named ? ", \"path\": [\"_" + i + "\"]" : "";
                    return answer("{\"data\": null, \"errors\": [{\"message\": \"no\"" + path + "}]}");
                }
                data.put("_" + i, key);
            }
            return answer("{\"data\": " + data + "}");
        });
        var plan = plan(tree("root", toRemote(null), true, "one"));
        var answer = run((_, _) -> rows("root", keys), http, plan, new JoinLimits(1, 1_000, AT_A_TIME));
        return new Spoilt(answer, requests.get());
    }

    @Test
    @DisplayName("RRL-08: of a call that fails in many ways as many errors are told as of many calls")
    void theErrorsOfOneCallAreBounded() {
        var errors = IntStream.range(0, 60)
                .mapToObj(i -> "{\"message\": \"m" + i + "\"}")
                .collect(Collectors.joining(","));
        assertThat(told("7, 8", "{\"data\": null, \"errors\": [" + errors + "]}"))
                .hasSize(JoinKeys.PLACES_MAX);
        assertThat(told("7, 8", "{\"data\": {}, \"errors\": [" + errors + "]}", 1))
                .hasSize(JoinKeys.PLACES_MAX);
    }

    private static void checkTold(String keys, String answer, String expected) {
        assertThat(told(keys, answer)).isEqualTo(expected.lines().toList());
    }

    private static List<String> told(String keys, String answer) {
        return told(keys, answer, 2);
    }

    /** Message and path of each error, as the remote's own. */
    private static List<String> told(String keys, String answer, int atATime) {
        var rows = Stream.of(keys.split(", "))
                .map(key -> "{\"one\": null, \".id\": " + key + "}")
                .collect(Collectors.joining(",", "{\"root\": [", "]}"));
        var plan = plan(tree("root", toRemote(null), true, "one"));
        var limits = new JoinLimits(1, atATime, AT_A_TIME);
        return run((_, _) -> rows, new FakeHttp(_ -> answer(answer)), plan, limits).failures().stream()
                .flatMap(JoinBoundsTest::errors)
                .map(error -> error.path("message").asString("") + (error.has("path") ? " " + error.get("path") : ""))
                .toList();
    }

    private static Stream<JsonNode> errors(Failure failure) {
        return switch (failure) {
            case Failure.Partial(var _, var cause) -> errors(cause);
            case Failure.Upstream(var errors) -> errors.valueStream();
            case Failure.Own _, Failure.Handler _ -> throw new AssertionError(failure);
        };
    }

    @Test
    @DisplayName("RRL-09: a number is the same key however it is written, a text is not")
    void keysOfABatchAreComparedByValue() {
        checkMatch("1.50", "1.5", true);
        checkMatch("\"1.50\"", "1.5", true);
        checkMatch("1", "1.00", true);
        checkMatch("100", "1e2", true);
        checkMatch("1e999999999", "1e999999999", true);
        checkMatch("\"a\"", "\"a\"", true);
        checkMatch("\"01\"", "\"1\"", false);
        checkMatch("1", "2", false);
    }

    private static void checkMatch(String key, String told, boolean found) {
        var list = Json.read("[{\"__match\": " + told + ", \"w\": 1}]");
        var node = Json.read(key);
        var text = JsonText.of(node);
        var tuple = new JoinKeys.Tuple(List.of(node), List.of(text == null ? "" : text), List.of());
        var matches = Matches.of(toRemote(new JoinTarget.Batch("__match", true)), list);
        assertThat(matches.of(tuple)).as("%s and %s", key, told).hasSize(found ? 1 : 0);
    }

    private static String rows(String key, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"one\": null, \"two\": null, \".id\": " + i + "}")
                .collect(Collectors.joining(",", "{\"" + key + "\": [", "]}"));
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Answer run(FakeDatabases.Statements statements, Http http, Plan plan) {
        return run(statements, http, plan, new JoinLimits(1, 1, AT_A_TIME));
    }

    private static Answer run(FakeDatabases.Statements statements, Http http, Plan plan, JoinLimits limits) {
        var caller = new Caller(http, Observer.NONE);
        var executor = new Executor(
                new FakeDatabases(statements),
                new ActionRunner(caller, false),
                new RemoteRunner(caller),
                AsyncActions.NONE,
                limits);
        return executor.run(plan, Calls.plain());
    }

    private static Http.Response answer(String json) {
        return new Http.Response(200, List.of(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static Plan plan(JoinTree tree) {
        var step = new Step.SqlQuery(new SourceName("db"), List.of("root"), sql("rows"), tree);
        return new Plan(OperationKind.QUERY, List.of(step), List.of("root"));
    }

    private static SqlCall sql(String text, SqlCall.Argument... arguments) {
        return new SqlCall(text, List.of(arguments));
    }

    private static JoinTarget toTable(JoinTree joins) {
        return new JoinTarget.ToTable(new SourceName("db"), sql("joined", new SqlCall.Argument.JoinKeys(0)), joins);
    }

    private static JoinTarget.ToRemote toRemote(JoinTarget.@Nullable Batch batch) {
        return new JoinTarget.ToRemote(
                REMOTE,
                List.of(new JoinTarget.Part.Text("t(k: "), new JoinTarget.Part.Key(0), new JoinTarget.Part.Text(")")),
                List.of(new JoinTarget.Carried(0, new TypeSyntax.Named("Int"))),
                List.of(),
                List.of(),
                new Shape.Verbatim(true),
                batch,
                JoinTree.NONE);
    }

    private static JoinTree tree(String path, JoinTarget target, boolean partial, String... fields) {
        var joins = new ArrayList<JoinTree.Join>();
        for (var field : fields) {
            var keys = List.of(new JoinTree.Key(".id", List.of()));
            joins.add(new JoinTree.Join(List.of(path), field, keys, JoinTree.Spread.NONE, target, partial));
        }
        return new JoinTree(joins, List.of(new JoinTree.Hidden(List.of(path), ".id")));
    }
}
