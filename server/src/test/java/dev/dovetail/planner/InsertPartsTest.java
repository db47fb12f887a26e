package dev.dovetail.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.graphql.DocumentParser;
import dev.dovetail.json.Json;
import dev.dovetail.operation.Binder;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import dev.dovetail.world.World;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Inserts of more values than a statement takes parameters. */
class InsertPartsTest {
    private static final int PARAMETERS_MAX = 65_535;

    @Test
    @DisplayName("MUT-01: rows that give differing columns are cut into statements that Postgres takes")
    void differingColumns() {
        var calls = check(40_000, true, "affected_rows returning { id author { name } }");
        assertThat(calls).hasSize(3);
        assertThat(calls.getLast().sql()).contains("||").doesNotContain("INSERT");
        assertThat(calls.getLast().arguments())
                .contains(new SqlCall.Argument.FromCall(0, "rows"), new SqlCall.Argument.FromCall(1, "affected"));
    }

    @Test
    @DisplayName("MUT-01: the parts of an insert answer together, whatever is asked")
    void onlyTheNumberOfRows() {
        assertThat(check(40_000, true, "affected_rows")).hasSize(3);
    }

    @Test
    @DisplayName("MUT-01: rows that give the same columns are one parameter")
    void sameColumns() {
        var calls = check(100_000, false, "affected_rows");
        assertThat(calls).hasSize(1);
        assertThat(calls.getFirst().arguments()).hasSize(2);
    }

    private static List<SqlCall> check(int rows, boolean differing, String selection) {
        var variables = Json.object();
        var objects = variables.putArray("objects");
        for (var i = 0; i < rows; i++) {
            var row = objects.addObject().put("title", "t" + i);
            if (!differing || i % 2 == 0) {
                row.put("views", i);
            }
        }
        var calls = plan(
                "mutation ($objects: [posts_insert_input!]!) { insert_posts(objects: $objects) { " + selection + " } }",
                variables);
        for (var call : calls) {
            assertThat(call.arguments()).hasSizeLessThanOrEqualTo(PARAMETERS_MAX);
        }
        return calls;
    }

    private static List<SqlCall> plan(String mutation, ObjectNode variables) {
        var schema = World.schema("admin");
        var binder = new Binder(schema, DocumentParser.parse(mutation), null, variables);
        var plan = new Planner(new PlannerOptions(false, 1_000_000)).plan(binder.bind(), schema);
        return ((Step.SqlMutation) plan.steps().getFirst()).calls();
    }
}
