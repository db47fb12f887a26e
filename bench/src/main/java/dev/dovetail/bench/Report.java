package dev.dovetail.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** What was measured, where and how, for people. */
final class Report {
    private static final double GIGABYTE = 1024.0 * 1024;

    private final StringBuilder text = new StringBuilder();

    Report(Options options, String command) throws IOException {
        text.append("""
                # Measurements

                Each number is the median of %d rounds of %d s with %d connections, smallest and largest in brackets. In
                each round engine, P, S take turns: **P** is pgbench (prepared) with the engine's own statement, **S**
                our HTTP server with an answer of the same size that is ready. **score** = requests/s divided by
                1/(1/S + 1/P), which is what the machine could do at best if the engine cost nothing beyond HTTP.

                """.formatted(options.rounds(), options.seconds(), options.connections()));
        add("- command: `" + command + "`\n");
        add("- when: " + DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm").format(ZonedDateTime.now(ZoneOffset.UTC))
                + " UTC\n");
        add("- machine: " + machine() + "\n");
        add("- JVM: " + System.getProperty("java.vm.version") + ", SerialGC, " + Engine.JVM + "; log to a file\n");
        add("- data: " + Chinook.origin(options.data()) + "\n\n");
    }

    void add(String more) {
        text.append(more);
        System.out.print(more);
        System.out.flush();
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text.toString());
    }

    private static String machine() throws IOException {
        var model = first(Path.of("/proc/cpuinfo"), "model name");
        var memory =
                Double.parseDouble(first(Path.of("/proc/meminfo"), "MemTotal").replaceAll("[^0-9]", ""));
        var load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
        return "%d × %s, %.0f GB, load %s before the run, Linux %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        memory / GIGABYTE,
                        load,
                        System.getProperty("os.version"));
    }

    private static String first(Path file, String name) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst()
                .orElse("unknown");
    }
}
