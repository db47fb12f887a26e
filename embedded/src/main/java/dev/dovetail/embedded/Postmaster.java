package dev.dovetail.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The server process. A shell stands between it and us, reading from a pipe that only this JVM holds open: when the JVM
 * goes, by exit or by kill, the pipe ends and the shell asks Postgres for a fast shutdown. That comes after all
 * shutdown hooks, so whoever drains requests in a hook still has its database. A session of its own keeps Ctrl-C away
 * from Postgres for the same reason.
 */
final class Postmaster {
    private static final String KEEPER = """
            exec 3<&0
            "$@" </dev/null 3<&- &
            server=$!
            (cat <&3 >/dev/null; kill -INT $server) 2>/dev/null &
            exec 3<&-
            wait $server
            """;

    private static final int LOG_TAIL_LINES = 15;

    private final Process keeper;
    private final DataFolder data;
    private final Path log;
    private final int port;

    private Postmaster(Process keeper, DataFolder data, Path log, int port) {
        this.keeper = keeper;
        this.data = data;
        this.log = log;
        this.port = port;
    }

    static List<String> command(Binaries binaries, DataFolder data, int port) {
        return List.of(
                "sh",
                "-c",
                KEEPER,
                "dovetail-postgres",
                binaries.program("postgres"),
                "-D",
                data.path().toString(),
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=300");
    }

    static Postmaster launch(Path home, DataFolder data, int port, List<String> command) throws IOException {
        var log = home.resolve("postgres.log");
        var detached = new ArrayList<>(List.of("setsid"));
        detached.addAll(command);
        var keeper = new ProcessBuilder(detached)
                .directory(data.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new Postmaster(keeper, data, log, port);
    }

    int port() {
        return port;
    }

    void awaitReady(Duration patience) throws IOException, InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        while (keeper.isAlive() && System.nanoTime() < deadline) {
            if (data.saysReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
        stop();
        throw new EmbeddedPostgresException(
                "The embedded Postgres did not start on port " + port + ". The end of " + log + ":\n" + logTail());
    }

    void stop() throws IOException {
        keeper.getOutputStream().close();
        try {
            if (!keeper.waitFor(20, TimeUnit.SECONDS)) {
                keeper.descendants().forEach(ProcessHandle::destroyForcibly);
                keeper.destroyForcibly();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() throws IOException {
        var lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LOG_TAIL_LINES), lines.size()));
    }
}
