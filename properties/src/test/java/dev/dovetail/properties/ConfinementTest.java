package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.ChangeLog.Change;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

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
        return java.util.Objects.requireNonNull(new MutationGenerator(viewer, data, Choices.replay(small)).mutation());
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
        if (mutation.roots().size() == 1) {
            complete(mutation.roots().getFirst(), viewer, data, changes, faults);
        }
        return faults;
    }

    /** What was asked for and allowed must have happened, too. */
    private static void complete(
            Mutation.Root root, Viewer viewer, Data data, List<Change> changes, List<String> faults) {
        var table = viewer.world().table(root.table());
        var rights = viewer.rights(table);
        var evaluator = new Evaluator(viewer, data);
        if (rights == null) {
            return;
        }
        if (root instanceof Mutation.Delete delete && rights.delete() != null) {
            compare(wanted(evaluator, table, rights.delete(), delete.where(), delete.key()), changes, table, faults);
        } else if (root instanceof Mutation.Update update
                && rights.update() != null
                && update.form() != Mutation.Form.MANY) {
            var part = update.parts().getFirst();
            var nothing = part.set().isEmpty()
                    && part.inc().isEmpty()
                    && rights.update().presets().isEmpty();
            var rows = wanted(evaluator, table, rights.update().filter(), part.where(), part.key());
            compare(nothing ? List.of() : rows, changes, table, faults);
        }
    }

    private static List<Row> wanted(
            Evaluator evaluator, Table table, Condition filter, Condition where, @Nullable Row key) {
        return evaluator.data().of(table.name()).stream()
                .filter(row -> evaluator.stored(filter, table, row) == Truth.TRUE)
                .filter(row -> key == null
                        ? evaluator.asked(where, table, row) == Truth.TRUE
                        : ChangeLog.sameKey(table, row, key))
                .toList();
    }

    private static void compare(List<Row> wanted, List<Change> changes, Table table, List<String> faults) {
        var touched = changes.stream()
                .map(Change::before)
                .filter(java.util.Objects::nonNull)
                .toList();
        if (touched.size() != wanted.size()
                || !wanted.stream()
                        .allMatch(row -> touched.stream().anyMatch(each -> ChangeLog.sameKey(table, row, each)))) {
            faults.add("should have touched " + wanted + " but touched " + touched);
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
