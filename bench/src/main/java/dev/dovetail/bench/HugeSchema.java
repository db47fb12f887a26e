package dev.dovetail.bench;

import dev.dovetail.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/** A project of real size: what its metadata cost, and that a small query there costs what it costs elsewhere. */
final class HugeSchema {
    private static final String DATABASE = "huge";
    private static final Scenario THERE =
            new Scenario("huge", "query MyQuery { aouulefavluzmkd { afqqxqkiyibuccz } }", "{}", "admin");
    private static final Scenario HERE =
            new Scenario("none", "query MyQuery { Customer(where: {CustomerId: {_eq: -1}}) { Email } }", "{}", "admin");
    private static final int REPLACES = 4;
    private static final int COMPILES = 50;
    private static final int COMPILES_TO_WARM_UP = 100;
    private static final Pattern HUGE_QUERY = Pattern.compile("query: &huge_query \\|\n((?: {8}.*\n| *\n)+)");

    private final Comparison.World world;
    private final Options options;
    private final Path data;
    private final Series first = new Series();
    private final Series again = new Series();
    private final Series memoryBefore = new Series();
    private final Series memoryAfter = new Series();
    private final Series rateThere = new Series();
    private final Series rateHere = new Series();
    private final Series cpuThere = new Series();
    private final Series cpuHere = new Series();
    private final Series ratio = new Series();
    private final Series compiled = new Series();
    private final Series cached = new Series();

    HugeSchema(Comparison.World world, Options options, Path data) {
        this.world = world;
        this.options = options;
        this.data = data;
    }

    void run() throws IOException, InterruptedException {
        var cluster = world.cluster();
        cluster.createDatabase(DATABASE);
        cluster.createDatabase(DATABASE + "_metadata");
        // Before, not in the dump's own transaction: it empties the search path
        cluster.run(DATABASE, new ByteArrayInputStream("""
                create extension if not exists postgis; create extension if not exists citext;
                create extension if not exists hstore; create extension if not exists pgcrypto;
                """.getBytes(StandardCharsets.UTF_8)));
        try (var dump = Chinook.unpacked(data.resolve("huge_schema/dump.sql.gz"))) {
            cluster.run(DATABASE, dump);
        }
        var log = world.folder().resolve("huge.log");
        try (var engine =
                Engine.start(options.launcher(), cluster.url(DATABASE), cluster.url(DATABASE + "_metadata"), log)) {
            memoryBefore.add(Cpu.megabytes(engine.pid()));
            var command = Files.readString(data.resolve("huge_schema/replace_metadata.json"));
            for (var i = 0; i < REPLACES; i++) {
                var start = System.nanoTime();
                engine.post("/v1/metadata", command, Map.of());
                (i == 0 ? first : again).add((System.nanoTime() - start) / 1e9);
            }
            memoryAfter.add(Cpu.megabytes(engine.pid()));
            compare(engine);
            compile(engine);
        }
    }

    /** What is never asked twice has to be compiled; Postgres sees the same statement each time, and finds no rows. */
    private void compile(Engine engine) throws IOException {
        var matcher = HUGE_QUERY.matcher(Files.readString(data.resolve("huge_schema/config.query.yaml")));
        if (!matcher.find()) {
            throw new IllegalStateException("no huge_query in the benchmark's configuration");
        }
        var query = matcher.group(1);
        for (var i = 0; i < COMPILES_TO_WARM_UP + COMPILES; i++) {
            var cold = milliseconds(engine, "# " + i + "\n" + query);
            var warm = milliseconds(engine, query);
            if (i >= COMPILES_TO_WARM_UP) {
                compiled.add(cold);
                cached.add(warm);
            }
        }
    }

    private static double milliseconds(Engine engine, String query) {
        var body = Json.object().put("query", query).toString();
        var start = System.nanoTime();
        engine.post("/v1/graphql", body, Map.of());
        return (System.nanoTime() - start) / 1e6;
    }

    private void compare(Engine huge) throws IOException {
        var here = HttpLoad.post(world.folder(), world.engine().url() + "/v1/graphql", HERE, options.connections());
        var there = HttpLoad.post(world.folder(), huge.url() + "/v1/graphql", THERE, options.connections());
        there.run(options.warmUp());
        here.run(Math.max(1, options.warmUp() / 2));
        for (var round = 0; round < options.rounds(); round++) {
            turn(there, huge, rateThere, cpuThere);
            turn(here, world.engine(), rateHere, cpuHere);
            ratio.add(rateThere.last() / rateHere.last());
        }
    }

    private void turn(HttpLoad load, Engine engine, Series rate, Series cpu) {
        var before = Cpu.of(engine.pid());
        var result = load.run(options.seconds());
        rate.add(result.perSecond());
        cpu.add((Cpu.of(engine.pid()) - before) / result.requests());
    }

    String report() {
        return """
                | huge_schema: 250 tracked tables of 1,451, 94 roles, 4,780 permissions | |
                |---|---|
                | replace_metadata, first in a fresh engine, s | %s |
                | replace_metadata, again, s | %s |
                | resident memory before, MB | %s |
                | resident memory after, MB | %s |
                | small query there, no rows, requests/s; engine CPU µs | %s; %s |
                | small query on Chinook, no rows, requests/s; engine CPU µs | %s; %s |
                | requests/s there by requests/s on Chinook | %s |
                | a query of 8 levels and 4 roots, one at a time: asked for the first time, ms | %s |
                | the same, asked again, ms | %s |
                """.formatted(
                        first.show(2),
                        again.show(2),
                        memoryBefore.show(0),
                        memoryAfter.show(0),
                        rateThere.show(0),
                        cpuThere.show(0),
                        rateHere.show(0),
                        cpuHere.show(0),
                        ratio.show(2),
                        compiled.show(1),
                        cached.show(1));
    }
}
