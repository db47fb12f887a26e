package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One scenario: the engine, Postgres alone and HTTP alone, in turns. */
final class Comparison {
    private final Scenario scenario;
    private final World world;
    private final Options options;
    private final Series rate = new Series();
    private final Series postgres = new Series();
    private final Series http = new Series();
    private final Series score = new Series();
    private final Series p99 = new Series();
    private final Series engineCpu = new Series();
    private final Series postgresCpu = new Series();
    private final Series statements = new Series();
    private int bytes;

    /** What is under test, and where the load's files are written. */
    record World(Cluster cluster, Engine engine, Statements statements, Path folder) {}

    Comparison(Scenario scenario, World world, Options options) {
        this.scenario = scenario;
        this.world = world;
        this.options = options;
    }

    void run() throws IOException {
        var engine = world.engine();
        var answer = engine.post("/v1/graphql", scenario.body(), scenario.headers());
        if (Json.read(answer).has("errors")) {
            throw new IllegalStateException(scenario.name() + ": " + answer);
        }
        bytes = answer.getBytes(StandardCharsets.UTF_8).length;
        var explained = Json.read(engine.post("/v1/graphql/explain", scenario.explainBody(), java.util.Map.of()));
        var own = HttpLoad.post(world.folder(), engine.url() + "/v1/graphql", scenario, options.connections());
        var still =
                HttpLoad.get(world.folder(), engine.url() + "/__bench/static?bytes=" + bytes, options.connections());
        var alone =
                PgLoad.of(explained.path(0), world.cluster(), Chinook.DATABASE, world.folder(), options.connections());
        own.warmUp(options.warmUp());
        still.run(Math.max(1, options.warmUp() / 3));
        for (var round = 0; round < options.rounds(); round++) {
            engineTurn(own);
            postgres.add(alone.run(options.seconds()));
            http.add(still.run(options.seconds()).perSecond());
            score.add(rate.last() * (1 / http.last() + 1 / postgres.last()));
        }
    }

    private void engineTurn(HttpLoad load) throws IOException {
        var enginePid = world.engine().pid();
        var postmaster = world.cluster().postmaster();
        var engineBefore = Cpu.of(enginePid);
        var postgresBefore = Cpu.ofFamily(postmaster);
        var callsBefore = world.statements().calls();
        var result = load.run(options.seconds());
        // wrk cuts what is under way at its end: those requests are done, but not counted
        var requests = result.requests() + options.connections() / 2.0;
        rate.add(result.perSecond());
        p99.add(result.p99());
        engineCpu.add((Cpu.of(enginePid) - engineBefore) / requests);
        postgresCpu.add((Cpu.ofFamily(postmaster) - postgresBefore) / requests);
        statements.add((world.statements().calls() - callsBefore) / requests);
    }

    static String head() {
        return """
                | scenario | answer, bytes | engine, requests/s | p99, ms | P, statements/s | S, requests/s | score | \
                engine CPU, µs | Postgres CPU, µs | SQL per request |
                |---|---|---|---|---|---|---|---|---|---|
                """;
    }

    String row() {
        return "| %s | %d | %s | %s | %s | %s | **%s** | %s | %s | %s |%n"
                .formatted(
                        scenario.name(),
                        bytes,
                        rate.show(0),
                        p99.show(1),
                        postgres.show(0),
                        http.show(0),
                        score.show(2),
                        engineCpu.show(0),
                        postgresCpu.show(0),
                        statements.show(2));
    }
}
