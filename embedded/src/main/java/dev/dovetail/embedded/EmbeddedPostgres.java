package dev.dovetail.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A running Postgres of our own. It ends when closed and, a moment after it, when this JVM ends in whatever way. One
 * process at a time may use a home.
 */
public final class EmbeddedPostgres implements AutoCloseable {
    private final Postmaster postmaster;
    private final FileChannel lock;

    private EmbeddedPostgres(Postmaster postmaster, FileChannel lock) {
        this.postmaster = postmaster;
        this.lock = lock;
    }

    /** Starts on the port this home used last, or on another free one when that is taken. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, 0);
    }

    /**
     * Returns when the server answers.
     *
     * @param home created when absent; holds program, data and log, and is kept
     * @param port 0 for any
     * @throws EmbeddedPostgresException when it cannot start; the message tells why and what to do
     */
    public static EmbeddedPostgres start(Path home, int port) {
        try {
            Files.createDirectories(home);
            var place = home.toRealPath();
            var lock = HomeLock.take(place);
            try {
                return new EmbeddedPostgres(launch(place, port), lock);
            } catch (IOException | InterruptedException | RuntimeException failure) {
                lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new EmbeddedPostgresException(
                    "Could not start the embedded Postgres in " + home + ": " + failure, failure);
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while starting the embedded Postgres", interruption);
        }
    }

    private static Postmaster launch(Path home, int wantedPort) throws IOException, InterruptedException {
        var binaries = Binaries.unpack(home);
        var runAs = RunAs.whoCanUse(home);
        Folders.give(home, runAs.owner());
        var data = DataFolder.in(home);
        data.makeIfAbsent(binaries, runAs);
        data.freeFromOrphan();
        var port = wantedPort == 0 ? Ports.choose(home) : wantedPort;
        var postmaster = Postmaster.launch(home, data, port, runAs.command(Postmaster.command(binaries, data, port)));
        postmaster.awaitReady(Duration.ofSeconds(60));
        return postmaster;
    }

    public int port() {
        return postmaster.port();
    }

    /** For instance {@code postgres://postgres@127.0.0.1:40001/shop}; the database need not exist. */
    public String url(String database) {
        return "postgres://postgres@127.0.0.1:" + port() + "/" + database;
    }

    /** Creates the database unless there is one of that name. */
    public void createDatabase(String name) {
        Databases.create(port(), name);
    }

    /** Disconnects the clients, lets Postgres write what it must and waits for its end. Harmless when repeated. */
    @Override
    public void close() {
        try {
            postmaster.stop();
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
