package dev.dovetail.bench;

import dev.dovetail.embedded.InstalledPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A Postgres of the machine's own, with a scratch cluster in the system's temporary folder. */
final class Cluster implements AutoCloseable {
    /** Otherwise {@link Statements#last} sees their first 1,024 bytes. */
    private static final String WHOLE_STATEMENTS = "track_activity_query_size=65536";

    private static final List<String> SETTINGS =
            List.of("shared_preload_libraries=pg_stat_statements", "max_connections=300", WHOLE_STATEMENTS);

    private final InstalledPostgres postgres;

    private Cluster(InstalledPostgres postgres) {
        this.postgres = postgres;
    }

    /** Returns when it answers. */
    static Cluster start() {
        Command.find("wrk", "wrk");
        var programs = InstalledPostgres.find().orElseThrow(() -> Command.missing("a Postgres server", "postgresql"));
        return new Cluster(InstalledPostgres.start(programs, SETTINGS));
    }

    String url(String database) {
        return postgres.url(database);
    }

    int port() {
        return postgres.port();
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port() + "/" + database + "?user=postgres";
    }

    Path program(String name) {
        return postgres.program(name);
    }

    void createDatabase(String name) {
        postgres.createDatabase(name);
    }

    /** Runs a script through psql, which knows COPY's data and much else that a driver does not. */
    void run(String database, InputStream script) {
        try {
            var psql = new ProcessBuilder(
                            program("psql").toString(),
                            "-q",
                            "-X",
                            "-v",
                            "ON_ERROR_STOP=1",
                            "-o",
                            "/dev/null",
                            "--single-transaction",
                            url(database))
                    .redirectErrorStream(true)
                    .start();
            try (var in = psql.getOutputStream()) {
                script.transferTo(in);
            }
            var output = new String(psql.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (psql.waitFor() != 0) {
                throw new IllegalStateException("psql failed: " + output);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stopped);
        }
    }

    long postmaster() throws IOException {
        return postgres.pid();
    }

    @Override
    public void close() {
        postgres.close();
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
