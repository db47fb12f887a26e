package dev.dovetail.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * A throw-away cluster of a Postgres that is installed on this machine: for measuring against what people run, and for
 * extensions that the embedded one has not. It is gone when closed.
 */
public final class InstalledPostgres implements AutoCloseable {
    private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
    private static final List<Path> ELSEWHERE =
            List.of(Path.of("/usr/pgsql/bin"), Path.of("/usr/local/pgsql/bin"), Path.of("/opt/homebrew/bin"));

    private final Path programs;
    private final Path home;
    private final RunAs runAs;
    private final int port;

    private final AtomicBoolean stopped = new AtomicBoolean();

    private InstalledPostgres(Path programs, Path home, RunAs runAs, int port) {
        this.programs = programs;
        this.home = home;
        this.runAs = runAs;
        this.port = port;
    }

    /** The folder of the newest one's programs; empty when none is installed. */
    public static Optional<Path> find() {
        return folders().stream()
                .filter(folder -> Files.isExecutable(folder.resolve("pg_ctl")))
                .findFirst();
    }

    private static List<Path> folders() {
        var folders = new ArrayList<Path>();
        if (Files.isDirectory(DEBIAN)) {
            try (var versions = Files.list(DEBIAN)) {
                versions.filter(version -> version.getFileName().toString().matches("[0-9]+"))
                        .sorted(Comparator.comparing((Path version) ->
                                        Integer.parseInt(version.getFileName().toString()))
                                .reversed())
                        .forEach(version -> folders.add(version.resolve("bin")));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        folders.addAll(ELSEWHERE);
        return folders;
    }

    /**
     * Returns when the server answers.
     *
     * @param programs what {@link #find} found
     * @param settings such as {@code max_connections=300}
     * @throws EmbeddedPostgresException when it cannot start; the message has what Postgres says
     */
    public static InstalledPostgres start(Path programs, List<String> settings) {
        try {
            var home = Files.createTempDirectory("dovetail-postgres-");
            home.toFile().setExecutable(true, false);
            home.toFile().setReadable(true, false);
            var runAs = RunAs.whoCanUse(home);
            Folders.give(home, runAs.owner());
            var cluster = new InstalledPostgres(programs.toRealPath(), home, runAs, freePort());
            cluster.initialize(settings);
            // A program that is told to stop does not come to closing it.
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "stop Postgres"));
            return cluster;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while starting a Postgres", interruption);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return probe.getLocalPort();
        }
    }

    private void initialize(List<String> settings) throws IOException, InterruptedException {
        run("initdb", "-D", data(), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync");
        var options = Stream.concat(
                        Stream.of("listen_addresses=127.0.0.1", "unix_socket_directories="), settings.stream())
                .map(setting -> "-c " + setting)
                .reduce("-p " + port, (all, one) -> all + " " + one);
        run("pg_ctl", "-D", data(), "-o", options, "-l", home.resolve("log").toString(), "-w", "start");
    }

    public int port() {
        return port;
    }

    /** For instance {@code postgres://postgres@127.0.0.1:40001/shop}; the database need not exist. */
    public String url(String database) {
        return "postgres://postgres@127.0.0.1:" + port + "/" + database;
    }

    /** A program that came with the server: {@code psql}, {@code pgbench}. */
    public Path program(String name) {
        return programs.resolve(name);
    }

    public void createDatabase(String name) {
        Databases.create(port, name);
    }

    /** The process that all others of the server descend from. */
    public long pid() throws IOException {
        return Long.parseLong(
                Files.readAllLines(Path.of(data(), "postmaster.pid")).getFirst());
    }

    @Override
    public void close() {
        if (stopped.getAndSet(true)) {
            return;
        }
        try {
            run("pg_ctl", "-D", data(), "-m", "immediate", "-w", "stop");
            Folders.delete(home);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private String data() {
        return home.resolve("data").toString();
    }

    /** Output goes to a file: a server that inherits our pipe would keep it open. */
    private void run(String program, String... arguments) throws IOException, InterruptedException {
        var words = Stream.concat(Stream.of(program(program).toString()), Stream.of(arguments))
                .toList();
        var output = Files.createTempFile("dovetail-postgres-", ".out");
        try {
            var exit = new ProcessBuilder(runAs.command(words))
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new EmbeddedPostgresException(
                        program + " failed:\n" + Files.readString(output).strip());
            }
        } finally {
            Files.delete(output);
        }
    }
}
