package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.model.ValueSource;
import dev.dovetail.name.SourceName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SlotValue;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExecutorTest {
    private final FakeDatabases databases = new FakeDatabases(ExecutorTest::answer);
    private final Executor executor = executor(databases);

    /** Statements of these tests are written as their answer; some fail. */
    private static String answer(String sql, List<@Nullable Object> values) {
        if (sql.startsWith("fail")) {
            throw new ApiException(ErrorCode.POSTGRES_ERROR, Path.ROOT, sql);
        }
        return sql;
    }

    static Executor executor(Databases databases) {
        Http nowhere = new FakeHttp(request -> {
            throw new HttpFailure(HttpFailure.Kind.CONNECTION_FAILURE);
        });
        var caller = new Caller(nowhere, Observer.NONE);
        return new Executor(databases, new ActionRunner(caller, false), new RemoteRunner(caller));
    }

    @Test
    void oneStatementIsHandedOnAsItComes() throws Exception {
        var call = sql("{ \"a\" :1}", given(new ValueSource.SessionVariable("x-hasura-user-id")));
        var plan = new Plan(OperationKind.QUERY, List.of(query("db", call, "a")), List.of("a"));
        var running = executor.start(plan, Calls.of("{}", Map.of("x-hasura-user-id", "7")));
        assertThat(running.answer().toCompletableFuture().get().data())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{ \"a\" :1}");
        assertThat(databases.journal).containsExactly("db: { \"a\" :1} [7]");
        assertThatThrownBy(() -> executor.start(plan, Calls.plain())).isInstanceOf(ApiException.class);
    }

    @Test
    void answersKeepTheOrderOfTheRequest() {
        checkAnswer(
                new Plan(
                        OperationKind.QUERY,
                        List.of(
                                query("one", sql("{\"a\": 1, \"c\": [3]}"), "a", "c"),
                                query("two", sql("{\"b\": 2.50}"), "b"),
                                new Step.Constant("__typename", Json.string("query_root"))),
                        List.of("__typename", "a", "b", "c")),
                "{\"__typename\":\"query_root\",\"a\":1,\"b\": 2.50,\"c\":[3]}");
        checkAnswer(
                new Plan(
                        OperationKind.QUERY,
                        List.of(
                                query("one", sql(" {\"a\": 1,\n\"c\": 3} "), "a", "c"),
                                query("two", sql("{\"b\":2}"), "b")),
                        List.of("b", "a", "c")),
                "{\"b\":2,\"a\": 1,\n\"c\": 3}");
        checkAnswer(new Plan(OperationKind.QUERY, List.of(), List.of()), "{}");
    }

    @Test
    void severalPlainMutationsOfOneSourceShareATransaction() {
        var plan = mutation(insert("db", "a", sql("1")), insert("db", "b", sql("2"), sql("3")));
        checkAnswer(plan, "{\"a\":1,\"b\":3}");
        assertThat(databases.journal).containsExactly("db: begin", "db: 1", "db: 2", "db: 3", "db: commit");
    }

    @Test
    void aFailureInASharedTransactionLeavesNothing() {
        checkFailure(mutation(insert("db", "a", sql("1")), insert("db", "b", sql("fail"))), "fail");
        assertThat(databases.journal).containsExactly("db: begin", "db: 1", "db: fail", "db: rollback");
    }

    @Test
    void mutationsOfSeveralSourcesRunInOrderEachOnItsOwn() {
        checkAnswer(mutation(insert("x", "a", sql("1")), insert("y", "b", sql("2"))), "{\"a\":1,\"b\":2}");
        assertThat(databases.journal).containsExactly("x: 1", "y: 2");
    }

    @Test
    void severalStatementsOfOneFieldAreATransaction() {
        var second = new SqlCall("2", List.of(new SqlCall.Argument.FromCall(0, "id")));
        checkAnswer(mutation(insert("db", "a", sql("{\"id\": 9}"), second)), "{\"a\":2}");
        assertThat(databases.journal).containsExactly("db: begin", "db: {\"id\": 9}", "db: 2 [9]", "db: commit");
    }

    @Test
    void joinsOfAMutationAreDoneOutsideTransactionsAndBeforeTheNextField() {
        var join = new JoinTree.Join(
                List.of("a"),
                "joined",
                List.of(".id"),
                new JoinTarget.ToTable(
                        new SourceName("other"),
                        new SqlCall("[\"found\"]", List.of(new SqlCall.Argument.JoinKeys(0))),
                        JoinTree.NONE));
        var tree = new JoinTree(List.of(join), List.of(new JoinTree.Hidden(List.of("a"), ".id")));
        var first = new Step.SqlMutation(
                new SourceName("db"), "a", List.of(sql("{\"joined\": null, \".id\": 1, \"x\": 2}")), tree);
        checkAnswer(mutation(first, insert("db", "b", sql("2"))), "{\"a\":{\"joined\":\"found\",\"x\":2},\"b\":2}");
        assertThat(databases.journal)
                .containsExactly("db: {\"joined\": null, \".id\": 1, \"x\": 2}", "other: [\"found\"] [[1]]", "db: 2");
    }

    @Test
    void aMutationThatFailsStopsThoseAfterIt() {
        checkFailure(mutation(insert("x", "a", sql("fail")), insert("y", "b", sql("2"))), "fail");
        assertThat(databases.journal).containsExactly("x: fail");
    }

    @Test
    void ofSeveralFailuresTheFirstFieldsIsTold() {
        for (var round = 0; round < 20; round++) {
            checkFailure(
                    new Plan(
                            OperationKind.QUERY,
                            List.of(query("x", sql("fail 1"), "a"), query("y", sql("fail 2"), "b")),
                            List.of("a", "b")),
                    "fail 1");
        }
    }

    private void checkAnswer(Plan plan, String expected) {
        databases.journal.clear();
        var answer = executor.run(plan, Calls.plain());
        assertThat(answer.failures()).isEmpty();
        assertThat(answer.data()).asString(StandardCharsets.UTF_8).isEqualTo(expected);
    }

    private void checkFailure(Plan plan, String message) {
        var answer = executor.run(plan, Calls.plain());
        assertThat(answer.data()).isNull();
        assertThat(answer.failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.toString()).contains(message));
    }

    private static Plan mutation(Step... steps) {
        var keys = List.of(steps).stream()
                .map(step -> step instanceof Step.SqlMutation mutation ? mutation.key() : "")
                .toList();
        return new Plan(OperationKind.MUTATION, List.of(steps), keys);
    }

    private static Step insert(String source, String key, SqlCall... calls) {
        return new Step.SqlMutation(new SourceName(source), key, List.of(calls), JoinTree.NONE);
    }

    private static Step query(String source, SqlCall call, String... keys) {
        return new Step.SqlQuery(new SourceName(source), List.of(keys), call, JoinTree.NONE);
    }

    private static SqlCall sql(String text, SqlCall.Argument... arguments) {
        return new SqlCall(text, List.of(arguments));
    }

    private static SqlCall.Argument given(ValueSource source) {
        return new SqlCall.Argument.Given(new SlotValue(source, SlotValue.Encoding.TEXT, null, Path.ROOT));
    }
}
