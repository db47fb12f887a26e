package dev.dovetail.bench;

import java.nio.file.Files;
import java.util.List;

/** The program {@code dovetail bench}. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private Bench() {}

    public static void main(String[] words) throws Exception {
        try {
            run(Options.parse(List.of(words)), System.getProperty("bench.words", ""));
            System.exit(0);
        } catch (IllegalArgumentException misunderstood) {
            System.err.println("dovetail: " + misunderstood.getMessage());
            System.exit(MISUSED);
        } catch (IllegalStateException failed) {
            System.err.println("dovetail: " + failed.getMessage());
            System.exit(FAILED);
        }
    }

    /** @param words as the user gave them */
    private static void run(Options options, String words) throws Exception {
        var report = new Report(options, ("./dovetail bench " + words).strip());
        var folder = Files.createTempDirectory("dovetail-bench-files-");
        try (var cluster = Cluster.start();
                var upstream = Upstream.start()) {
            Chinook.load(cluster, options.data());
            cluster.createDatabase(Chinook.METADATA);
            try (var engine = Engine.start(
                            options.launcher(),
                            cluster.url(Chinook.DATABASE),
                            cluster.url(Chinook.METADATA),
                            folder.resolve("engine.log"));
                    var statements = Statements.in(cluster, Chinook.DATABASE)) {
                new Lessons(upstream).teach();
                Chinook.apply(engine, options.data(), upstream);
                measure(new Comparison.World(cluster, engine, statements, folder), upstream, options, report);
            }
        } finally {
            Command.output(List.of("rm", "-rf", folder.toString()));
        }
        if (options.record() != null) {
            report.write(options.record());
        }
    }

    private static void measure(Comparison.World world, Upstream upstream, Options options, Report report)
            throws Exception {
        report.add(Comparison.head());
        for (var scenario : Scenario.ALL) {
            if (options.wants(scenario.name())) {
                var comparison = new Comparison(scenario, world, options);
                comparison.run();
                report.add(comparison.row());
            }
        }
        report.add("\n");
        new Neighbours(world, options, upstream).measure(report);
        var data = options.data();
        if (options.wants("huge") && data != null && Files.isDirectory(data.resolve("huge_schema"))) {
            var huge = new HugeSchema(world, options, data);
            huge.run();
            report.add(huge.report());
        }
    }
}
