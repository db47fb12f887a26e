package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** P1: what a role may not see has no influence on what it is told. */
class NonInterferenceTest {
    private static final int QUERIES = 60;
    private final Bench bench = Bench.shared();

    @Test
    @DisplayName("P1: two databases that look the same to a role give it the same answers")
    void hidden_data_do_not_show() {
        Campaign.run("P1", this::hold);
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var choices = Choices.random(seed);
        var world = WorldGenerator.generate(choices, Names.of(seed));
        var viewer = new Viewer(world, world.role());
        if (viewer.tables().isEmpty()) {
            return 0;
        }
        var data = new DataGenerator(world, choices).generate();
        var other = new Disguise(viewer, choices).of(data);
        bench.build(world);
        var queries = new ArrayList<Choices>();
        for (var i = 0; i < QUERIES; i++) {
            queries.add(Choices.random(seed * 1000 + i));
        }
        bench.fill(world, data);
        var texts = new ArrayList<String>();
        var answers = new ArrayList<String>();
        for (var each : queries) {
            if (timeIsLeft.getAsBoolean()) {
                texts.add(new QueryGenerator(viewer, each).query().text(world));
                answers.add(bench.graphql(texts.getLast(), world.role()));
            }
        }
        bench.fill(world, other);
        for (var i = 0; i < texts.size(); i++) {
            if (!same(answers.get(i), bench.graphql(texts.get(i), world.role()))) {
                throw new Campaign.Falsified(story(queries.get(i), viewer, data, other));
            }
        }
        names(viewer);
        return texts.size();
    }

    /** Byte for byte, but for the order of lists that nobody asked to be ordered. */
    private static boolean same(String one, String other) {
        return one.equals(other) || Alike.alike(Json.read(one), Json.read(other));
    }

    private String story(Choices failing, Viewer viewer, Data data, Data other) {
        var small = Shrinking.of(
                failing.record(),
                record -> {
                    var text = new QueryGenerator(viewer, Choices.replay(record))
                            .query()
                            .text(viewer.world());
                    return !same(answer(text, viewer, data), answer(text, viewer, other));
                },
                10);
        var text = new QueryGenerator(viewer, Choices.replay(small)).query().text(viewer.world());
        return Story.of(viewer, data) + "other data:\n" + new Ddl(viewer.world()).fill(other) + "query: " + text
                + "\nanswer:       " + answer(text, viewer, data) + "\nother answer: " + answer(text, viewer, other);
    }

    private String answer(String text, Viewer viewer, Data data) {
        bench.fill(viewer.world(), data);
        return bench.graphql(text, viewer.role());
    }

    /** A column that is hidden is answered like one that is not there. */
    private void names(Viewer viewer) {
        for (var table : viewer.tables()) {
            var hidden = table.columns().stream()
                    .map(World.Column::name)
                    .filter(each -> !viewer.seesColumn(table, each))
                    .findFirst();
            hidden.ifPresent(name -> places(table).forEach(place -> {
                var there = bench.graphql(place.apply(name), viewer.role());
                var nowhere = bench.graphql(place.apply("zz"), viewer.role());
                if (!there.contains("\"errors\"")
                        || !there.replaceAll("\\b" + name + "\\b", "zz").equals(nowhere)) {
                    throw new Campaign.Falsified("the hidden " + name + " of " + table.name() + " shows in "
                            + place.apply(name) + "\nanswer:          " + there
                            + "\nfor one not there: " + nowhere);
                }
            }));
        }
    }

    private static List<UnaryOperator<String>> places(Table table) {
        var root = table.name();
        return List.of(
                name -> "{" + root + "{" + name + "}}",
                name -> "{" + root + "(where: {" + name + ": {_is_null: true}}){__typename}}",
                name -> "{" + root + "(order_by: {" + name + ": asc}){__typename}}",
                name -> "{" + root + "(distinct_on: [" + name + "]){__typename}}",
                name -> "{" + root + "_aggregate{aggregate{max{" + name + "}}}}",
                name -> "{" + root + "_aggregate{aggregate{count(columns: [" + name + "])}}}");
    }
}
