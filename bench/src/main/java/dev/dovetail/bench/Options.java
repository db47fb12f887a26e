package dev.dovetail.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, and for how long.
 *
 * @param launcher the program that starts an engine
 * @param data folder with {@code chinook} and {@code huge_schema}; null to make data of Chinook's shape
 * @param seconds of each measurement
 * @param warmUp seconds of load before the first measurement of a scenario
 * @param only names of scenarios; empty for all
 * @param record where the result is written; null for nowhere
 */
record Options(
        Path launcher,
        @Nullable Path data,
        int rounds,
        int seconds,
        int warmUp,
        int connections,
        Set<String> only,
        @Nullable Path record) {

    /** Throws {@link IllegalArgumentException} for what it does not understand. */
    static Options parse(List<String> words) {
        Map<String, String> given = new LinkedHashMap<>();
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            if (word.equals("--quick")) {
                given.put("--rounds", "2");
                given.put("--seconds", "1");
                given.put("--warm-up", "2");
            } else if (KNOWN.contains(word) && rest.hasNext()) {
                given.put(word, rest.next());
            } else {
                throw new IllegalArgumentException("unknown option '" + word + "'");
            }
        }
        return of(given);
    }

    private static final Set<String> KNOWN =
            Set.of("--launcher", "--data", "--rounds", "--seconds", "--warm-up", "--connections", "--only", "--record");

    private static Options of(Map<String, String> given) {
        return new Options(
                Path.of(Objects.requireNonNull(given.get("--launcher"))).toAbsolutePath(),
                path(given, "--data"),
                number(given, "--rounds", 5),
                number(given, "--seconds", 2),
                number(given, "--warm-up", 8),
                number(given, "--connections", 16),
                given.containsKey("--only") ? Set.of(given.get("--only").split(",")) : Set.of(),
                path(given, "--record"));
    }

    boolean wants(String scenario) {
        return only.isEmpty() || only.contains(scenario);
    }

    private static @Nullable Path path(Map<String, String> given, String name) {
        var value = given.get(name);
        return value == null ? null : Path.of(value).toAbsolutePath();
    }

    private static int number(Map<String, String> given, String name, int usual) {
        try {
            return Integer.parseInt(given.getOrDefault(name, String.valueOf(usual)));
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(name + " needs a number");
        }
    }
}
