package dev.dovetail.acceptance;

import dev.dovetail.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The one Postgres of this JVM, started on first use; every test world gets a fresh database in it. */
final class Postgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private Postgres() {}

    /** The url of a new, empty database. */
    static String freshDatabase() {
        var name = "acceptance_" + ProcessHandle.current().pid() + "_" + DATABASES.incrementAndGet();
        Running.SERVER.createDatabase(name);
        return Running.SERVER.url(name);
    }

    private static final class Running {
        // Kept between runs: starting an existing data folder is faster than initdb. The databases are throw-away.
        static final EmbeddedPostgres SERVER =
                EmbeddedPostgres.start(Path.of("target", "postgres").toAbsolutePath());
    }
}
