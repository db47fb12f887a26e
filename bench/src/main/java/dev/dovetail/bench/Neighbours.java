package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/** Scenarios with actions and remote schemas. */
final class Neighbours {
    private static final int ROWS = 100;
    private static final Scenario PICKS = new Scenario(
            "picks", "query { bench_picks { trackId track { Name Milliseconds UnitPrice } } }", "{}", "admin");
    private static final Scenario PROFILES = new Scenario(
            "profiles",
            "query { Track(limit: 100, order_by: {TrackId: asc}) { TrackId bench_profile { name email } } }",
            "{}",
            "admin");
    /** Explain refuses joins; their keys are all that this one lacks. */
    private static final Scenario TRACKS =
            new Scenario("tracks", "query { Track(limit: 100, order_by: {TrackId: asc}) { TrackId } }", "{}", "admin");

    private static final Scenario GREET = new Scenario("greet", "query { bench_greet { greeting } }", "{}", "admin");
    private static final Scenario PROFILE =
            new Scenario("profile", "query { profile(id: 1) { name email } }", "{}", "admin");
    private static final Pattern ALIAS = Pattern.compile("(_\\d+) ?: ?profile");

    private final Comparison.World world;
    private final Options options;
    private final Upstream upstream;

    Neighbours(Comparison.World world, Options options, Upstream upstream) {
        this.world = world;
        this.options = options;
        this.upstream = upstream;
    }

    /** What the services beside the engine answer; before the metadata is applied, which asks for the types. */
    static void teach(Upstream upstream) throws IOException {
        upstream.answer("/picks", picks());
        upstream.answer("/greet", Json.object().put("greeting", "hello"));
        try (var types = Chinook.own("profiles.json")) {
            upstream.answer("/graphql/types", Json.read(types.readAllBytes()));
        }
    }

    private static JsonNode picks() {
        var list = Json.array();
        IntStream.rangeClosed(1, ROWS).forEach(i -> list.addObject().put("trackId", i * 7));
        return list;
    }

    void measure(Report report) throws IOException, InterruptedException {
        var crossings = options.wants("picks") || options.wants("profiles");
        if (crossings) {
            report.add("""
                    **U** is the other service, asked directly. Its part of the score is 1/U, beside those of S and P.

                    """ + Crossing.head());
        }
        if (options.wants("picks")) {
            ask(PICKS, "/data/bench_picks/99/track/Name");
            report(report, PICKS, "/picks", joined());
        }
        if (options.wants("profiles")) {
            upstream.answer("/graphql", aliased());
            ask(PROFILES, "/data/Track/99/bench_profile/email");
            var explained = Json.read(world.engine().post("/v1/graphql/explain", TRACKS.explainBody(), Map.of()));
            report(report, PROFILES, "/graphql", statement(explained.path(0)));
        }
        if (crossings) {
            report.add("\n");
        }
        detours(report);
    }

    private void detours(Report report) throws IOException, InterruptedException {
        if (!options.wants("greet") && !options.wants("profile")) {
            return;
        }
        report.add("""
                A pass-through action against two proxies: the barest that Vert.x makes, and one of the engine's own
                edge and client with all their guards; and a field of a remote schema against asking that schema.

                """ + Detour.head());
        if (options.wants("greet")) {
            ask(GREET, "/data/bench_greet/greeting");
            try (var proxy = Upstream.startProxy(upstream)) {
                var detour = new Detour(world, options, GREET, proxy.url("/greet"), upstream.last());
                detour.run();
                report.add(detour.row("greet, bare proxy"));
            }
            try (var proxy = Upstream.startEdgeProxy(upstream, "/greet")) {
                var detour = new Detour(world, options, GREET, proxy.url("/v1/graphql"), upstream.last());
                detour.run();
                report.add(detour.row("greet, proxy of the engine's edge and client"));
            }
        }
        if (options.wants("profile")) {
            upstream.answer("/graphql", data(List.of("profile")));
            ask(PROFILE, "/data/profile/email");
            var detour = new Detour(world, options, PROFILE, upstream.url("/graphql"), upstream.last());
            detour.run();
            report.add(detour.row("profile"));
        }
        report.add("\n");
    }

    private void report(Report report, Scenario scenario, String path, PgLoad statement) throws IOException {
        var crossing = new Crossing(scenario, new Crossing.Parts(upstream, path, statement), world, options);
        crossing.run();
        report.add(crossing.row());
    }

    private void ask(Scenario scenario, String wanted) {
        var answer = Json.read(world.engine().post("/v1/graphql", scenario.body(), scenario.headers()));
        if (answer.at(wanted).isMissingNode()) {
            throw new IllegalStateException("not the answer that was asked for: " + answer);
        }
    }

    /** The statement that fetches the joined rows; explain tells nothing of actions. */
    private PgLoad joined() throws IOException {
        var keys = Json.array();
        picks().forEach(pick -> keys.add(pick.path("trackId").asString()));
        var explained = Json.object().put("statement", world.statements().last());
        explained.putArray("arguments").add(keys);
        return statement(explained);
    }

    private PgLoad statement(JsonNode explained) throws IOException {
        return PgLoad.of(explained, world.cluster(), Chinook.DATABASE, world.folder(), options.connections());
    }

    /** The engine names its fields itself: it is asked in vain once, and what it sent is answered. */
    private JsonNode aliased() {
        upstream.answer("/graphql", Json.object().set("data", Json.object()));
        world.engine().post("/v1/graphql", PROFILES.body(), PROFILES.headers());
        var query = Json.read(upstream.last()).path("query").stringValue();
        return data(ALIAS.matcher(query).results().map(found -> found.group(1)).toList());
    }

    private static JsonNode data(List<String> keys) {
        var answer = Json.object();
        var data = answer.putObject("data");
        keys.forEach(key -> data.putObject(key).put("name", "Track " + key).put("email", key + "@example.com"));
        return answer;
    }
}
