package dev.dovetail.bench;

import java.io.IOException;

/** What the way through the engine costs against the shortest one: past it, or through a plain proxy instead. */
final class Detour {
    private final Options options;
    private final HttpLoad through;
    private final HttpLoad past;
    private final Series rateThrough = new Series();
    private final Series ratePast = new Series();
    private final Series ratio = new Series();
    private final Series more = new Series();

    /**
     * @param engine what is sent to the engine
     * @param url where the same service is reached without it, with the same body that the engine sends there
     */
    Detour(Comparison.World world, Options options, Scenario engine, String url, String body) throws IOException {
        this.options = options;
        var folder = world.folder();
        this.through = HttpLoad.post(folder, world.engine().url() + "/v1/graphql", engine, options.connections());
        this.past = HttpLoad.post(folder, url, engine.name() + "-past", body, options.connections());
    }

    void run() {
        through.warmUp(options.warmUp());
        past.run(Math.max(1, options.warmUp() / 2));
        for (var round = 0; round < options.rounds(); round++) {
            rateThrough.add(through.run(options.seconds()).perSecond());
            ratePast.add(past.run(options.seconds()).perSecond());
            ratio.add(rateThrough.last() / ratePast.last());
            var alone = through.withConnections(1).run(options.seconds()).p50();
            more.add(alone - past.withConnections(1).run(options.seconds()).p50());
        }
    }

    /** Requests per second both ways, the one by the other, and how many ms more half of the lone requests take. */
    String row(String name) {
        return "| %s | %s | %s | **%s** | %s |%n"
                .formatted(name, rateThrough.show(0), ratePast.show(0), ratio.show(2), more.show(2));
    }

    static String head() {
        return """
                | scenario | through the engine, requests/s | past it, requests/s | ratio | \
                one at a time: p50 longer by, ms |
                |---|---|---|---|---|
                """;
    }
}
