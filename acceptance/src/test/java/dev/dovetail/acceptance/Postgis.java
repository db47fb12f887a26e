package dev.dovetail.acceptance;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.dovetail.embedded.InstalledPostgres;
import java.util.List;

/** The machine's own Postgres with PostGIS, which the embedded one has not. */
final class Postgis {
    static final String MISSING = "no Postgres with PostGIS on this machine (Debian: postgresql-NN-postgis-3)";

    private Postgis() {}

    /** A cluster with a database {@code postgis}. Skips without PostGIS, except where nothing may be missing. */
    static InstalledPostgres start() {
        var programs = InstalledPostgres.find();
        assumeTrue(programs.isPresent() || ConsoleChecks.nothingMayBeMissing(), MISSING);
        var cluster = InstalledPostgres.start(programs.orElseThrow(), List.of());
        cluster.createDatabase("postgis");
        var there = new Sql(cluster.url("postgis"))
                .one("select count(*) from pg_available_extensions where name = 'postgis'")
                .equals("1");
        if (!there && !ConsoleChecks.nothingMayBeMissing()) {
            cluster.close();
        }
        assumeTrue(there || ConsoleChecks.nothingMayBeMissing(), MISSING);
        return cluster;
    }
}
