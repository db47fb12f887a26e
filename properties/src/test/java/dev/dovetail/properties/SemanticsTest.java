package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.Condition.And;
import dev.dovetail.properties.Condition.Compare;
import dev.dovetail.properties.Condition.Not;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Role;
import dev.dovetail.properties.World.Table;
import dev.dovetail.properties.World.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** P3: a query means what it says, for an administrator and for a role. */
class SemanticsTest {
    private static final int TRIALS = 60;
    private final Bench bench = Bench.shared();

    @Test
    @DisplayName("P3: answers are what an evaluator in memory says")
    void answers_are_right() {
        Campaign.run("P3", this::hold);
    }

    /** Makes a question and asks it; tells what is wrong with the answer, or null. */
    private interface Trial {
        @Nullable
        String fault(Viewer viewer, Data data, Choices choices);
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var choices = Choices.random(seed);
        var world = WorldGenerator.generate(choices, Names.of(seed));
        var data = new DataGenerator(world, choices).generate();
        var trials = List.<Trial>of(this::answer, this::answer, this::answer, this::partition, this::pivot);
        bench.build(world);
        bench.fill(world, data);
        var tried = 0;
        for (; tried < TRIALS && timeIsLeft.getAsBoolean(); tried++) {
            var viewer = new Viewer(world, tried % 4 == 3 ? null : world.role());
            if (!viewer.tables().isEmpty()) {
                attempt(trials.get(tried % trials.size()), viewer, data, seed * 1000 + tried);
            }
        }
        return tried;
    }

    private void attempt(Trial trial, Viewer viewer, Data data, long seed) {
        var drawn = Choices.random(seed);
        if (trial.fault(viewer, data, drawn) == null) {
            return;
        }
        var small = Shrinking.of(drawn.record(), each -> trial.fault(viewer, data, Choices.replay(each)) != null, 10);
        throw new Campaign.Falsified(Story.of(viewer, data) + trial.fault(viewer, data, Choices.replay(small)));
    }

    /** Also when the plan is known and somebody else asks: the same role with other variables. */
    private @Nullable String answer(Viewer viewer, Data data, Choices choices) {
        var query = new QueryGenerator(viewer, choices).query();
        var fault = wrong(query, viewer, data);
        if (fault == null && choices.chance(40)) {
            fault = wrong(query, Bound.of(query, viewer.world()), viewer, data);
        }
        var role = viewer.role();
        if (fault != null || role == null || !choices.chance(30)) {
            return fault;
        }
        var other = new Viewer(viewer.world(), new Role(role.name(), RoleGenerator.session(choices), role.tables()));
        fault = wrong(query, other, data);
        return fault == null ? wrong(query, viewer, data) : fault;
    }

    private @Nullable String wrong(Query query, Viewer viewer, Data data) {
        return wrong(query, Json.object().put("query", query.text(viewer.world())), viewer, data);
    }

    private @Nullable String wrong(Query query, ObjectNode request, Viewer viewer, Data data) {
        var answer = bench.post("/v1/graphql", request, viewer.role());
        var expected = new Answering(new Evaluator(viewer, data)).answer(query);
        return expected.matches(Json.read(answer).path("data"))
                ? null
                : told(Json.write(request), viewer) + "expected: " + expected.text() + "\nanswer:   " + answer;
    }

    private static String told(String text, Viewer viewer) {
        var role = viewer.role();
        return "query:    " + text + "\nsession:  " + (role == null ? "admin" : role.session()) + "\n";
    }

    /** TLP: each row is in a condition, in its negation, or the condition is unknown of it. */
    private @Nullable String partition(Viewer viewer, Data data, Choices choices) {
        var table = choices.of(viewer.tables());
        if (!viewer.aggregates(table)) {
            return null;
        }
        var condition = new ConditionGenerator(viewer, choices, false).on(table, 3);
        var evaluator = new Evaluator(viewer, data);
        var unknown = evaluator.visible(table).stream()
                .filter(row -> evaluator.asked(condition, table, row) == Truth.UNKNOWN)
                .count();
        var text = "{" + count("all", table, "") + count("yes", table, where(condition, table, viewer))
                + count("no", table, where(new Not(condition), table, viewer)) + "}";
        var answer = Json.read(bench.graphql(text, viewer.role()));
        var counts = new ArrayList<Integer>();
        answer.path("data")
                .forEach(each -> counts.add(each.at("/aggregate/count").asInt()));
        return counts.size() == 3 && counts.get(0) == counts.get(1) + counts.get(2) + unknown
                ? null
                : told(text, viewer) + "unknown:  " + unknown + "\nanswer:   " + answer;
    }

    private static String count(String alias, Table table, String arguments) {
        return alias + ": " + table.name() + "_aggregate" + arguments + " {aggregate {count}} ";
    }

    private static String where(Condition condition, Table table, Viewer viewer) {
        return "(where: " + condition.graphql(viewer.world(), table) + ")";
    }

    /** PQS: a row that is visible is found by any condition that is true of it. */
    private @Nullable String pivot(Viewer viewer, Data data, Choices choices) {
        var table = choices.of(viewer.tables());
        var evaluator = new Evaluator(viewer, data);
        var visible = evaluator.visible(table);
        if (visible.isEmpty() || !viewer.seesKey(table)) {
            return null;
        }
        var row = choices.of(visible);
        var condition = new ConditionGenerator(viewer, choices, false).on(table, 4);
        var truth = evaluator.asked(condition, table, row);
        if (truth == Truth.UNKNOWN) {
            return null;
        }
        var parts = new ArrayList<Condition>();
        parts.add(truth == Truth.TRUE ? condition : new Not(condition));
        table.key()
                .forEach(each -> parts.add(
                        new Compare(each, Operator.EQ, new Term.Literal(Objects.requireNonNull(row.get(each))))));
        var text = "{" + table.name() + where(new And(parts), table, viewer) + " {__typename}}";
        var answer = Json.read(bench.graphql(text, viewer.role()));
        return answer.path("data").path(table.name()).size() == 1
                ? null
                : told(text, viewer) + "expected: the row " + row + "\nanswer:   " + answer;
    }
}
