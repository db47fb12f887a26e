package dev.dovetail.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A Postgres of the machine's own, with a scratch cluster in the system's temporary folder. */
final class Cluster implements AutoCloseable {
    private final Path home;
    private final Path starter;
    private final int port;
    private final List<String> runAs;

    private Cluster(Path home, Path starter, int port, List<String> runAs) {
        this.home = home;
        this.starter = starter;
        this.port = port;
        this.runAs = runAs;
    }

    /** Returns when it answers. As root, Postgres runs as the user postgres, who came with the package. */
    static Cluster start() throws IOException {
        var starter = Command.find("pg_ctl", "postgresql", folders()).toRealPath();
        Command.find("wrk", "wrk", List.of());
        var isRoot = System.getProperty("user.name").equals("root");
        var home = Files.createTempDirectory("dovetail-bench-");
        if (isRoot) {
            Command.output(List.of("chown", "postgres", home.toString()));
        }
        var runAs = isRoot ? List.of("runuser", "-u", "postgres", "--") : List.<String>of();
        var cluster = new Cluster(home, starter, freePort(), runAs);
        cluster.initialize();
        return cluster;
    }

    /** The newest first. */
    private static List<Path> folders() throws IOException {
        var debian = Path.of("/usr/lib/postgresql");
        var found = new ArrayList<Path>();
        if (Files.isDirectory(debian)) {
            try (var versions = Files.list(debian)) {
                versions.sorted(Comparator.comparing((Path path) ->
                                        Integer.parseInt(path.getFileName().toString()))
                                .reversed())
                        .map(version -> version.resolve("bin"))
                        .forEach(found::add);
            }
        }
        found.addAll(List.of(Path.of("/usr/pgsql/bin"), Path.of("/usr/local/pgsql/bin"), Path.of("/opt/homebrew/bin")));
        return found;
    }

    private void initialize() {
        asPostgres("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8");
        var options = "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=" + home
                + " -c shared_preload_libraries=pg_stat_statements -c max_connections=300";
        asPostgres(
                "pg_ctl", "-D", data(), "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
    }

    String url(String database) {
        return "postgres://postgres@127.0.0.1:" + port + "/" + database;
    }

    int port() {
        return port;
    }

    String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=postgres";
    }

    Path program(String name) {
        return starter.resolveSibling(name);
    }

    void createDatabase(String name) {
        asPostgres("createdb", "-h", home.toString(), "-p", String.valueOf(port), "-U", "postgres", name);
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
        return Long.parseLong(
                Files.readAllLines(Path.of(data(), "postmaster.pid")).getFirst());
    }

    @Override
    public void close() {
        asPostgres("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
        Command.output(List.of("rm", "-rf", home.toString()));
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** Output goes to a file: a server that inherits our pipe would keep it open. */
    private void asPostgres(String program, String... arguments) {
        var words = Stream.of(runAs.stream(), Stream.of(program(program).toString()), Stream.of(arguments))
                .flatMap(each -> each)
                .map(word -> "'" + word + "'")
                .reduce((a, b) -> a + " " + b)
                .orElseThrow();
        Command.output(List.of(
                "sh",
                "-c",
                "cd / && " + words + " >'" + home + ".out' 2>&1 || { cat '" + home + ".out'; exit 1; }; rm -f '" + home
                        + ".out'"));
    }

    static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
