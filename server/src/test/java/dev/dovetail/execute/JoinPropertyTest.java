package dev.dovetail.execute;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.Failure;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.json.Json;
import dev.dovetail.name.SourceName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A joined answer is what a nested loop over the same services gives, with nulls, repeated keys, lists of keys and
 * services that fail; and no join calls more than once for each level it stands in.
 */
class JoinPropertyTest {
    private static final int TREES = 400;
    private static final long SEED = 20_261_122;

    @Test
    void aJoinedAnswerIsWhatANestedLoopGives() {
        var random = new Random(SEED);
        var rounds = 0;
        var calls = 0;
        for (var i = 0; i < TREES; i++) {
            var world = new JoinWorld(random.nextLong());
            var root = world.kind(3);
            if (root.tree().isEmpty()) {
                continue;
            }
            calls += check(world, root, random.nextLong());
            rounds++;
        }
        assertThat(rounds).isGreaterThan(TREES / 2);
        assertThat(calls).isGreaterThan(TREES);
    }

    private static int check(JoinWorld world, JoinWorld.Kind root, long dataSeed) {
        var data = Json.object();
        data.set("root", world.object(root, new Random(dataSeed)));
        var expected = Json.object();
        expected.set("root", world.nestedLoop(root, data.path("root")));

        var remoteCalls = new AtomicInteger();
        var databases =
                new FakeDatabases((sql, values) -> sql.equals("root") ? Json.write(data) : world.sql(sql, values));
        Http http = new FakeHttp(request -> {
            remoteCalls.incrementAndGet();
            return world.http(request);
        });
        var caller = new Caller(http, Observer.NONE);
        var executor = new Executor(databases, new ActionRunner(caller, false), new RemoteRunner(caller));

        var answer = executor.run(plan(root.tree("root")), Calls.plain());

        assertThat(answer.failures()).allSatisfy(failure -> checkPlace(failure, expected));
        assertThat(answer.data()).asString(StandardCharsets.UTF_8).isEqualTo(Json.write(expected));
        var calls = remoteCalls.get() + databases.journal.size() - 1;
        assertThat(calls).isLessThanOrEqualTo(world.joins());
        return calls;
    }

    /** What failed is told with a path that leads somewhere in the answer. */
    private static void checkPlace(Failure failure, JsonNode answer) {
        assertThat(failure).isInstanceOf(Failure.Partial.class);
        var path = ((Failure.Partial) failure).path();
        assertThat(path).isNotNull();
        JsonNode at = answer;
        for (var step : path) {
            at = step.isInt() ? at.path(step.intValue()) : at.path(step.stringValue());
        }
        assertThat(at.isMissingNode()).as("%s in %s", path, answer).isFalse();
    }

    private static Plan plan(JoinTree tree) {
        var step = new Step.SqlQuery(new SourceName("db"), List.of("root"), new SqlCall("root", List.of()), tree);
        return new Plan(OperationKind.QUERY, List.of(step), List.of("root"));
    }
}
