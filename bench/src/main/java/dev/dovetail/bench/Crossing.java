package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A request that crosses into another service: the engine against the parts it cannot do without, in turns. At best the
 * machine could do 1/(1/S + 1/P + n/U), where U is the other service asked directly, and n how often it is called.
 */
final class Crossing {
    private final Scenario scenario;
    private final Parts parts;
    private final Comparison.World world;
    private final Options options;
    private final Series rate = new Series();
    private final Series postgres = new Series();
    private final Series http = new Series();
    private final Series upstreamRate = new Series();
    private final Series score = new Series();
    private final Series engineCpu = new Series();
    private final Series callsEach = new Series();
    private final Series statementsEach = new Series();

    /**
     * @param upstream the other service, whose calls are counted
     * @param path where the engine sends its request there
     * @param statement what the engine sends to Postgres; null for nothing
     */
    record Parts(Upstream upstream, String path, @Nullable PgLoad statement) {}

    Crossing(Scenario scenario, Parts parts, Comparison.World world, Options options) {
        this.scenario = scenario;
        this.parts = parts;
        this.world = world;
        this.options = options;
    }

    void run() throws IOException {
        var engine = world.engine();
        var answer = engine.post("/v1/graphql", scenario.body(), scenario.headers());
        if (Json.read(answer).has("errors")) {
            throw new IllegalStateException(scenario.name() + ": " + answer);
        }
        countOne();
        var folder = world.folder();
        var own = HttpLoad.post(folder, engine.url() + "/v1/graphql", scenario, options.connections());
        var still =
                HttpLoad.get(folder, engine.url() + "/__bench/static?bytes=" + answer.length(), options.connections());
        var upstream = parts.upstream();
        var alone = HttpLoad.post(
                folder, upstream.url(parts.path()), scenario.name() + "-alone", upstream.last(), options.connections());
        own.warmUp(options.warmUp());
        still.run(Math.max(1, options.warmUp() / 3));
        alone.run(Math.max(1, options.warmUp() / 3));
        for (var round = 0; round < options.rounds(); round++) {
            var cpu = Cpu.of(engine.pid());
            var result = own.run(options.seconds());
            rate.add(result.perSecond());
            engineCpu.add((Cpu.of(engine.pid()) - cpu) / result.requests());
            http.add(still.run(options.seconds()).perSecond());
            upstreamRate.add(alone.run(options.seconds()).perSecond());
            var cost = 1 / http.last() + callsEach.median() / upstreamRate.last();
            if (parts.statement() != null) {
                postgres.add(parts.statement().run(options.seconds()));
                cost += 1 / postgres.last();
            }
            score.add(rate.last() * cost);
        }
    }

    /** One at a time, so that the counts are exact. */
    private void countOne() {
        for (var i = 0; i < 5; i++) {
            var callsBefore = parts.upstream().calls();
            var statementsBefore = world.statements().calls();
            world.engine().post("/v1/graphql", scenario.body(), scenario.headers());
            callsEach.add(parts.upstream().calls() - callsBefore);
            statementsEach.add(world.statements().calls() - statementsBefore);
        }
    }

    static String head() {
        return """
                | scenario | engine, requests/s | P, statements/s | S, requests/s | U, requests/s | score | \
                engine CPU, µs | HTTP calls per request | SQL per request |
                |---|---|---|---|---|---|---|---|---|
                """;
    }

    String row() {
        return "| %s | %s | %s | %s | %s | **%s** | %s | %s | %s |%n"
                .formatted(
                        scenario.name(),
                        rate.show(0),
                        parts.statement() == null ? "none" : postgres.show(0),
                        http.show(0),
                        upstreamRate.show(0),
                        score.show(2),
                        engineCpu.show(0),
                        callsEach.show(0),
                        statementsEach.show(0));
    }
}
