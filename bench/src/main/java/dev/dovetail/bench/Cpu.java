package dev.dovetail.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What processes have cost, as Linux tells it. */
final class Cpu {
    private static final double MICROS_PER_TICK = 10_000;

    private Cpu() {}

    /** Microseconds of processor time of one process, without its children. */
    static double of(long pid) {
        return stat(pid).own() * MICROS_PER_TICK;
    }

    /** With all its children, those that have ended included: a backend that ends must not take its time with it. */
    static double ofFamily(long pid) {
        var ticks = stat(pid).withEnded();
        for (var child : ProcessHandle.of(pid).orElseThrow().children().toList()) {
            try {
                ticks += stat(child.pid()).withEnded();
            } catch (UncheckedIOException ended) {
                // Its time is in the parent's by now, or will be
            }
        }
        return ticks * MICROS_PER_TICK;
    }

    /** Resident memory in megabytes. */
    static double megabytes(long pid) {
        for (var line : lines(Path.of("/proc", String.valueOf(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        throw new IllegalStateException("no VmRSS");
    }

    private record Ticks(double own, double withEnded) {}

    /** The fields are counted after the name, which may hold anything. */
    private static Ticks stat(long pid) {
        var line = lines(Path.of("/proc", String.valueOf(pid), "stat")).getFirst();
        var fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        var own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        return new Ticks(own, own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]));
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
