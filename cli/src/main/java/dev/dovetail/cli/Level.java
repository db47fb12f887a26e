package dev.dovetail.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How much is said on the standard error. */
enum Level {
    DEBUG,
    INFO,
    WARN,
    ERROR;

    static Level of(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "warning" -> WARN;
            case "fatal", "panic" -> ERROR;
            case String other ->
                Arrays.stream(values())
                        .filter(level -> level.word().equals(other))
                        .findFirst()
                        .orElseThrow(() -> Failed.usage("--log-level " + word + ": expected one of "
                                + Arrays.stream(values()).map(Level::word).collect(Collectors.joining(", "))));
        };
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
