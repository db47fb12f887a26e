package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.ChangeLog.Change;
import dev.dovetail.properties.Simulation.Effect;
import dev.dovetail.properties.World.Data;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P2: a role changes only what it may, whatever it asks for. */
class ConfinementTest {
    private static final int MUTATIONS = 60;
    private final Bench bench = Bench.shared();
    private long written;

    @Test
    @DisplayName("P2: every changed row was in the filter and passes the check; only allowed columns change")
    void writes_stay_within_permissions() {
        Campaign.run("P2", this::hold);
        System.out.println("P2: " + written + " of these mutations changed rows");
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var choices = Choices.random(seed);
        var world = WorldGenerator.generate(choices, Names.of(seed));
        var data = new DataGenerator(world, choices).generate();
        var viewer = new Viewer(world, world.role());
        bench.build(world);
        bench.sql(ChangeLog.create(world));
        bench.fill(world, data);
        for (var i = 0; i < MUTATIONS && timeIsLeft.getAsBoolean(); i++) {
            var drawn = Choices.random(seed * 1000 + i);
            var mutation = new MutationGenerator(viewer, data, drawn).mutation();
            if (mutation == null) {
                return i;
            }
            if (!faults(mutation, viewer, data).isEmpty()) {
                throw new Campaign.Falsified(story(smallest(drawn.record(), viewer, data), viewer, data));
            }
        }
        return MUTATIONS;
    }

    private Mutation smallest(List<Integer> record, Viewer viewer, Data data) {
        var small = Shrinking.of(
                record,
                each -> {
                    var mutation = new MutationGenerator(viewer, data, Choices.replay(each)).mutation();
                    return mutation != null && !faults(mutation, viewer, data).isEmpty();
                },
                10);
        return Objects.requireNonNull(new MutationGenerator(viewer, data, Choices.replay(small)).mutation());
    }

    /** Runs the mutation, and puts the rows back. */
    private List<String> faults(Mutation mutation, Viewer viewer, Data data) {
        var answer = Json.read(bench.graphql(mutation.text(viewer.world()), viewer.role()));
        var changes = ChangeLog.take(bench, viewer.world());
        if (!changes.isEmpty()) {
            written++;
            bench.fill(viewer.world(), data);
        }
        if (answer.has("errors")) {
            return changes.isEmpty() ? List.of() : List.of("answered errors, and yet changed rows");
        }
        var faults = new ArrayList<>(Confinement.of(viewer, mutation).faults(data, changes));
        var wanted = Simulation.of(mutation, viewer, data);
        if (wanted != null) {
            complete(
                    mutation,
                    viewer,
                    answer.path("data").path("m0"),
                    wanted,
                    Confinement.after(viewer.world(), data, changes),
                    changes,
                    faults);
        }
        return faults;
    }

    /** What was asked for and allowed must have happened, too, and have been told. */
    private static void complete(
            Mutation mutation,
            Viewer viewer,
            JsonNode answer,
            List<Effect> wanted,
            Data after,
            List<Change> changes,
            List<String> faults) {
        var left = new ArrayList<>(changes);
        for (var effect : wanted) {
            var match = left.stream().filter(effect::is).findFirst();
            match.ifPresent(left::remove);
            if (match.isEmpty()) {
                faults.add("did not happen: " + effect);
            }
        }
        left.forEach(each -> faults.add("should not have happened: " + each));
        var root = mutation.roots().getFirst();
        if (root instanceof Mutation.Update update && update.form() == Mutation.Form.MANY) {
            return;
        }
        var table = viewer.world().table(root.table());
        var returning = root.returning();
        if (answer.has("affected_rows") && answer.get("affected_rows").asInt() != wanted.size()) {
            faults.add("affected " + wanted.size());
        }
        if (returning != null) {
            var answering = new Answering(new Evaluator(viewer, after));
            var rows = wanted.stream()
                    .map(each ->
                            Objects.requireNonNullElseGet(each.after(), () -> Objects.requireNonNull(each.before())))
                    .map(each -> answering.row(returning, table, each))
                    .toList();
            var expected = new Expected.Items(rows, false);
            var told = answer.has("affected_rows")
                    ? answer.path("returning")
                    : answer.isNull() ? Json.array() : Json.array().add(answer);
            if (!expected.matches(told)) {
                faults.add("should have returned " + expected.text());
            }
        }
    }

    private String story(Mutation mutation, Viewer viewer, Data data) {
        return Story.of(viewer, data) + "mutation: " + mutation.text(viewer.world()) + "\nanswer:   "
                + bench.graphql(mutation.text(viewer.world()), viewer.role()) + "\nchanges:  "
                + again(viewer, data) + "\nfaults:   "
                + String.join("\n          ", faults(mutation, viewer, data));
    }

    private List<Change> again(Viewer viewer, Data data) {
        var changes = ChangeLog.take(bench, viewer.world());
        bench.fill(viewer.world(), data);
        return changes;
    }
}
