package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Scenarios with actions and remote schemas. */
final class Neighbours {
    private static final Scenario PICKS = new Scenario(
            "picks", "query { bench_picks { trackId track { Name Milliseconds UnitPrice } } }", "{}", "admin");
    private static final Scenario PROFILES = tracks("profiles", "TrackId bench_profile { name email }");
    private static final Scenario LISTED = tracks("profiles-batch", "TrackId bench_profile_listed { name email }");
    private static final Scenario LABELS = tracks("labels-batch", "TrackId bench_label { label }");
    private static final Scenario EACH = tracks("labels", "TrackId bench_label_each { label }");
    /** Explain refuses joins; their keys are all that these lack. */
    private static final Scenario TRACKS = tracks("tracks", "TrackId");

    private static final Scenario ALBUMS = tracks("albums", "TrackId AlbumId");

    private static final Scenario GREET = query("greet", "bench_greet { greeting }");
    private static final Scenario RESHAPED = query("reshaped", "bench_reshaped(name: \"Ann\") { greeting }");
    private static final Scenario PROFILE = query("profile", "profile(id: 1) { name email }");
    private static final Scenario SHELF = query("shelf", "shelf { title items { id name owner { name email } } }");
    private static final Scenario CUSTOM = query(
            "shelf-customised", "custom { shelf { title items { item_id item_name item_owner { name email } } } }");

    private final Comparison.World world;
    private final Options options;
    private final Upstream upstream;
    private final Lessons lessons;

    Neighbours(Comparison.World world, Options options, Upstream upstream) {
        this.world = world;
        this.options = options;
        this.upstream = upstream;
        this.lessons = new Lessons(upstream);
    }

    private static Scenario query(String name, String field) {
        return new Scenario(name, "query { " + field + " }", "{}", "admin");
    }

    private static Scenario tracks(String name, String fields) {
        return query(name, "Track(limit: 100, order_by: {TrackId: asc}) { " + fields + " }");
    }

    void measure(Report report) throws IOException, InterruptedException {
        if (wantsAny(PICKS, PROFILES, LISTED, LABELS, EACH)) {
            report.add("""
                    **U** is the other service, asked directly. Its part of the score is 1/U for each call, beside those
                    of S and P.

                    """ + Crossing.head());
            crossings(report);
            report.add("\n");
        }
        if (wantsAny(GREET, RESHAPED, PROFILE, SHELF)) {
            report.add("""
                    Pass-through actions, plain and with transforms, against two proxies: the barest that Vert.x makes,
                    and one of the engine's own edge and client with all their guards. The engine writes a line of log
                    for each request, the proxies none: therefore once more an engine that writes none either.
                    Fields of a remote schema against asking that schema, and under other names and a namespace against
                    as they are.

                    """ + Detour.head());
            actions(report);
            remoteFields(report);
            report.add("\n");
        }
    }

    private boolean wantsAny(Scenario... scenarios) {
        return Stream.of(scenarios).anyMatch(this::wants);
    }

    private boolean wants(Scenario scenario) {
        return options.wants(scenario.name());
    }

    private void crossings(Report report) throws IOException {
        if (wants(PICKS)) {
            ask(PICKS, "/data/bench_picks/99/track/Name");
            report(report, PICKS, "/picks", joined());
        }
        if (wants(PROFILES)) {
            lessons.profiles(world.engine(), PROFILES);
            ask(PROFILES, "/data/Track/99/bench_profile/email");
            report(report, PROFILES, "/graphql", explained(TRACKS));
        }
        if (wants(LISTED)) {
            lessons.listedProfiles();
            ask(LISTED, "/data/Track/99/bench_profile_listed/email");
            report(report, LISTED, "/graphql", explained(TRACKS));
        }
        if (wants(LABELS)) {
            ask(LABELS, "/data/Track/99/bench_label/label");
            report(report, LABELS, "/labels", explained(TRACKS));
        }
        if (wants(EACH)) {
            ask(EACH, "/data/Track/99/bench_label_each/label");
            report(report, EACH, "/label", explained(ALBUMS));
        }
    }

    private void actions(Report report) throws IOException, InterruptedException {
        if (wants(GREET)) {
            ask(GREET, "/data/bench_greet/greeting");
            try (var proxy = Upstream.startProxy(upstream)) {
                detour(report, "greet, bare proxy", GREET, proxy.url("/greet"), upstream.last());
            }
            try (var proxy = Upstream.startEdgeProxy(upstream, "/greet")) {
                detour(
                        report,
                        "greet, proxy of the engine's edge and client",
                        GREET,
                        proxy.url("/v1/graphql"),
                        upstream.last());
                quietly(report, proxy);
            }
        }
        if (wants(RESHAPED)) {
            ask(RESHAPED, "/data/bench_reshaped/greeting");
            try (var proxy = Upstream.startEdgeProxy(upstream, "/reshaped")) {
                detour(
                        report,
                        "reshaped, proxy of the engine's edge and client",
                        RESHAPED,
                        proxy.url("/v1/graphql"),
                        upstream.last());
            }
        }
    }

    /** The proxy writes no line for a request: neither does this engine. */
    private void quietly(Report report, Upstream proxy) throws IOException, InterruptedException {
        var cluster = world.cluster();
        try (var quiet = Engine.startQuiet(
                options.launcher(),
                cluster.url(Chinook.DATABASE),
                cluster.url(Chinook.METADATA),
                world.folder().resolve("quiet.log"))) {
            var detour = new Detour(
                    new Comparison.World(cluster, quiet, world.statements(), world.folder()),
                    options,
                    GREET,
                    proxy.url("/v1/graphql"),
                    upstream.last());
            detour.run();
            report.add(detour.row("greet, no request log, the same proxy"));
        }
    }

    private void remoteFields(Report report) throws IOException {
        if (wants(PROFILE)) {
            lessons.profiles(List.of("profile"));
            ask(PROFILE, "/data/profile/email");
            detour(report, PROFILE.name(), PROFILE, upstream.url("/graphql"), upstream.last());
        }
        if (wants(SHELF)) {
            lessons.shelf();
            ask(CUSTOM, "/data/custom/shelf/9/items/9/item_owner/email");
            ask(SHELF, "/data/shelf/9/items/9/owner/email");
            detour(report, SHELF.name(), SHELF, upstream.url("/graphql"), upstream.last());
            detour(report, "shelf, customised against as it is", CUSTOM, graphql(), SHELF.body());
        }
    }

    private String graphql() {
        return world.engine().url() + "/v1/graphql";
    }

    private void detour(Report report, String name, Scenario scenario, String past, String body) throws IOException {
        var detour = new Detour(world, options, scenario, past, body);
        detour.run();
        report.add(detour.row(name));
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

    private PgLoad explained(Scenario scenario) throws IOException {
        var explained = world.engine().post("/v1/graphql/explain", scenario.explainBody(), Map.of());
        return statement(Json.read(explained).path(0));
    }

    /** The statement that fetches the joined rows; explain tells nothing of actions. */
    private PgLoad joined() throws IOException {
        var keys = Json.array();
        Lessons.picks().forEach(pick -> keys.add(pick.path("trackId").asString()));
        var explained = Json.object().put("statement", world.statements().last());
        explained.putArray("arguments").add(keys);
        return statement(explained);
    }

    private PgLoad statement(JsonNode explained) throws IOException {
        return PgLoad.of(explained, world.cluster(), Chinook.DATABASE, world.folder(), options.connections());
    }
}
