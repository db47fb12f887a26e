package dev.dovetail.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The cluster's files: made once, checked for their major version, freed of a server that outlived its starter. */
record DataFolder(Path path) {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static DataFolder in(Path home) {
        return new DataFolder(home.resolve("data"));
    }

    /** The collation is Postgres' own C.UTF-8: the same order of text on every machine, whatever locales it has. */
    void makeIfAbsent(Binaries binaries, RunAs runAs) throws IOException, InterruptedException {
        if (Files.isDirectory(path)) {
            checkVersion(binaries);
            return;
        }
        var part = path.resolveSibling("data.part");
        Folders.delete(part);
        var log = path.resolveSibling("initdb.log");
        var initdb = runAs.command(List.of(
                binaries.program("initdb"),
                "--pgdata=" + part,
                "--username=postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions",
                "--no-sync"));
        var exit = new ProcessBuilder(initdb)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();
        if (exit != 0) {
            throw new EmbeddedPostgresException("Could not make the embedded Postgres' data folder:\n"
                    + Files.readString(log).strip());
        }
        Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion(Binaries binaries) throws IOException {
        var recorded = Files.readString(path.resolve("PG_VERSION")).strip();
        if (!recorded.equals(binaries.majorVersion())) {
            throw new EmbeddedPostgresException("The data in " + path + " was written by Postgres " + recorded
                    + ", this build brings Postgres " + binaries.majorVersion()
                    + ". Move that folder away to start empty, or use a Postgres " + recorded
                    + " with --database-url.");
        }
    }

    /**
     * Called with the home's lock in hand: a server still running here has lost its starter. It is stopping by itself,
     * or is made to. Then its pid file goes, since that number may belong to anybody by now.
     */
    void freeFromOrphan() throws IOException, InterruptedException {
        var pidFile = path.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var orphan = orphan(pidFile);
        if (orphan.isPresent()) {
            stop(orphan.get());
        }
        Files.deleteIfExists(pidFile);
    }

    /** Postgres notes its state in the eighth line of its pid file: safer to ask than whoever answers on a port. */
    boolean saysReady() throws IOException {
        var pidFile = path.resolve("postmaster.pid");
        return Files.exists(pidFile)
                && Files.readAllLines(pidFile).stream()
                        .skip(7)
                        .anyMatch(line -> line.strip().equals("ready"));
    }

    private Optional<ProcessHandle> orphan(Path pidFile) throws IOException {
        var first = Files.readAllLines(pidFile).stream().findFirst().orElse("");
        if (!first.matches("[1-9][0-9]{0,8}")) {
            return Optional.empty();
        }
        return ProcessHandle.of(Long.parseLong(first)).filter(this::servesThisFolder);
    }

    private boolean servesThisFolder(ProcessHandle process) {
        try {
            var command = Files.readString(
                    Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.ISO_8859_1);
            var here = new String(path.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
            return List.of(command.split("\0")).contains(here);
        } catch (IOException gone) {
            return false;
        }
    }

    private void stop(ProcessHandle postmaster) throws IOException, InterruptedException {
        for (var signal : List.of("INT", "QUIT", "KILL")) {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + postmaster.pid())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
            if (waitForEnd(postmaster)) {
                return;
            }
        }
        throw new EmbeddedPostgresException(
                "A Postgres (process " + postmaster.pid() + ") still runs in " + path + " and cannot be stopped.");
    }

    private static boolean waitForEnd(ProcessHandle process) throws InterruptedException {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        return !process.isAlive();
    }
}
