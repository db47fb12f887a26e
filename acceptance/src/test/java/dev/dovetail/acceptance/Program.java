package dev.dovetail.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program of ours in a JVM of its own, as the launcher starts it, with its output in a file. */
final class Program implements AutoCloseable {
    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Program start(String main, Map<String, String> env, String... words) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(List.of(words));
        var output = Files.createTempFile(Files.createDirectories(Path.of("target", "programs")), "output", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HASURA_GRAPHQL_"));
        builder.environment().putAll(env);
        return new Program(builder.start(), output);
    }

    /** A port nobody listens on at this moment. */
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    String output() {
        try {
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until the API answers as healthy, and says how long that took. */
    Duration awaitHealthy(Api api, Duration patience) throws InterruptedException {
        var begin = Instant.now();
        while (true) {
            try {
                if (api.get("/healthz").status() == 200) {
                    return Duration.between(begin, Instant.now());
                }
            } catch (UncheckedIOException notYet) {
                if (!process.isAlive()) {
                    throw new AssertionError("ended with " + process.exitValue() + ":\n" + output());
                }
            }
            if (Duration.between(begin, Instant.now()).compareTo(patience) > 0) {
                throw new AssertionError("not healthy after " + patience + ":\n" + output());
            }
            Thread.sleep(20);
        }
    }

    void awaitOutput(String text, Duration patience) throws InterruptedException {
        var end = Instant.now().plus(patience);
        while (!output().contains(text)) {
            if (Instant.now().isAfter(end) || !process.isAlive()) {
                throw new AssertionError("did not say '" + text + "':\n" + output());
            }
            Thread.sleep(20);
        }
    }

    /** SIGTERM. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL: it has no time for anything. Returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The exit status; fails when the program does not end in time. */
    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + patience + ":\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroyForcibly();
    }
}
