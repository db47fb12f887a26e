package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P3: a query means what it says, for an administrator and for a role. */
class SemanticsTest {
    private static final int QUERIES = 60;
    private final Bench bench = Bench.shared();

    @Test
    @DisplayName("P3: answers are what an evaluator in memory says")
    void answers_are_right() {
        Campaign.run("P3", this::hold);
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var choices = Choices.random(seed);
        var world = WorldGenerator.generate(choices, Names.of(seed));
        var data = new DataGenerator(world, choices).generate();
        bench.build(world);
        bench.fill(world, data);
        for (var i = 0; i < QUERIES && timeIsLeft.getAsBoolean(); i++) {
            var role = i % 4 == 3 ? null : world.role();
            var viewer = new Viewer(world, role);
            if (viewer.tables().isEmpty()) {
                continue;
            }
            var drawn = Choices.random(seed * 1000 + i);
            var query = new QueryGenerator(viewer, drawn).query();
            if (!right(query, viewer, data)) {
                var small = Shrinking.of(
                        drawn.record(),
                        record -> !right(new QueryGenerator(viewer, Choices.replay(record)).query(), viewer, data),
                        10);
                throw new Campaign.Falsified(
                        story(new QueryGenerator(viewer, Choices.replay(small)).query(), viewer, data));
            }
        }
        return QUERIES;
    }

    private boolean right(Query query, Viewer viewer, Data data) {
        var answer = Json.read(bench.graphql(query.text(viewer.world()), viewer.role()));
        return answer.has("data") && expected(query, viewer, data).matches(answer.get("data"));
    }

    private static Expected expected(Query query, Viewer viewer, Data data) {
        return new Answering(new Evaluator(viewer, data)).answer(query);
    }

    private String story(Query query, Viewer viewer, Data data) {
        var text = query.text(viewer.world());
        return Story.of(viewer, data)
                + List.of(
                                "query:    " + text,
                                "expected: " + expected(query, viewer, data).text(),
                                "answer:   " + bench.graphql(text, viewer.role()))
                        .stream()
                        .reduce("", (one, other) -> one + other + "\n");
    }
}
