package dev.dovetail.properties;

import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** P4: names and values are never read as SQL, whatever they are. */
class InjectionTest {
    private static final int QUERIES = 30;
    private static final int MUTATIONS = 20;
    private static final List<String> TEXTS = List.of(
            "'; drop table t0; --", "\\'", "$1", "$$", "\" or true", "{{x}}", "/*", "E'\\x", "a,b}", "null", "%", "?");

    private final Bench bench = Bench.shared();

    @Test
    @DisplayName("P4: a world with hostile names gets the same SQL, but for the names, and the same answers")
    void names_stay_names() {
        Campaign.run("P4", this::hold);
    }

    /**
     * What was asked of a world, and what came of it.
     *
     * @param statements their tokens
     */
    private record Told(String request, String answer, List<List<String>> statements, String changes) {
        String outcome() {
            return answer + "\n" + changes;
        }
    }

    private long hold(long seed, BooleanSupplier timeIsLeft) {
        var tame = told(seed, false, QUERIES + MUTATIONS, timeIsLeft);
        var wild = told(seed, true, tame.size(), () -> true);
        for (var i = 0; i < tame.size(); i++) {
            if (!same(tame.get(i), wild.get(i))) {
                var viewer = viewer(seed, true);
                throw new Campaign.Falsified(Story.of(viewer, data(viewer, seed)) + "request: "
                        + wild.get(i).request() + "\ntame: " + tame.get(i).outcome() + "\nwild: "
                        + wild.get(i).outcome() + "\n" + difference(tame.get(i), wild.get(i)));
            }
        }
        return tame.size();
    }

    private static Viewer viewer(long seed, boolean hostile) {
        var world = WorldGenerator.generate(Choices.random(seed), new Names(seed, hostile));
        return new Viewer(world, world.role());
    }

    private static Data data(Viewer viewer, long seed) {
        return new DataGenerator(viewer.world(), Choices.random(seed)).generate();
    }

    private List<Told> told(long seed, boolean hostile, int most, BooleanSupplier timeIsLeft) {
        var viewer = viewer(seed, hostile);
        var world = viewer.world();
        var data = data(viewer, seed);
        bench.build(world);
        bench.sql(ChangeLog.create(world));
        bench.fill(world, data);
        var told = new ArrayList<Told>();
        for (var i = 0; told.size() < most && i < QUERIES + MUTATIONS && timeIsLeft.getAsBoolean(); i++) {
            var drawn = Choices.random(seed * 1000 + i);
            var session = hostile ? TEXTS.get(i % TEXTS.size()) : "a";
            if (i % 5 < 3 && !viewer.tables().isEmpty()) {
                var query = new QueryGenerator(viewer, drawn).query().text(world);
                var answer = bench.graphql(query, world.role());
                told.add(new Told(query, answer, statements(query, world.role(), session), ""));
            } else {
                var mutation = new MutationGenerator(viewer, data, drawn).mutation();
                if (mutation != null) {
                    told.add(told(mutation.text(world), viewer, data, session));
                }
            }
        }
        return told;
    }

    private Told told(String mutation, Viewer viewer, Data data, String session) {
        var answer = bench.graphql(mutation, viewer.role());
        var changes = new StringBuilder();
        for (var each : ChangeLog.take(bench, viewer.world())) {
            changes.append(each.table().name() + " " + each.before() + " -> " + each.after() + "\n");
        }
        if (!changes.isEmpty()) {
            bench.fill(viewer.world(), data);
        }
        var role = viewer.world().role();
        return new Told(mutation, answer, statements(mutation, role, session), changes.toString());
    }

    /** What is sent, and what is shown with its values written in. */
    private List<List<String>> statements(String request, Role role, String session) {
        var body = Json.object().put("statement", true);
        body.putObject("query").put("query", request);
        var user = body.putObject("user").put("x-hasura-role", role.name());
        var variables = new LinkedHashMap<>(role.session());
        variables.put(Role.TEXT, session);
        variables.forEach(user::put);
        var statements = new ArrayList<List<String>>();
        for (var entry : Json.read(bench.post("/v1/graphql/explain", body, null))) {
            for (var key : List.of("sql", "statement")) {
                if (entry.path(key).isString()) {
                    statements.add(Skeleton.of(entry.get(key).stringValue()));
                }
            }
        }
        return statements;
    }

    private static boolean same(Told one, Told other) {
        return one.statements().equals(other.statements())
                && one.changes().equals(other.changes())
                && sameAnswer(Json.read(one.answer()), Json.read(other.answer()));
    }

    /** Where the statements begin to differ. */
    private static String difference(Told one, Told other) {
        for (var i = 0; i < Math.min(one.statements().size(), other.statements().size()); i++) {
            var tame = one.statements().get(i);
            var wild = other.statements().get(i);
            for (var at = 0; at < tame.size(); at++) {
                if (at >= wild.size() || !tame.get(at).equals(wild.get(at))) {
                    return "at token " + at + " of statement " + i + ": " + near(tame, at) + " and " + near(wild, at);
                }
            }
        }
        return one.statements().size() + " and " + other.statements().size() + " statements";
    }

    private static String near(List<String> tokens, int at) {
        return String.join(
                " ", tokens.subList(Math.min(Math.max(0, at - 10), tokens.size()), Math.min(at + 5, tokens.size())));
    }

    /** Messages of Postgres tell its own names, which differ. */
    private static boolean sameAnswer(JsonNode one, JsonNode other) {
        return one.has("errors")
                ? one.path("errors")
                        .path(0)
                        .path("extensions")
                        .equals(other.path("errors").path(0).path("extensions"))
                : Alike.alike(one, other);
    }
}
