package dev.dovetail.app;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How an option's value is written.
 *
 * @param placeholder for the help
 * @param flagAlone what the flag means when no value follows it; empty when a value must follow
 * @param parse throws {@link IllegalArgumentException} with what is expected
 */
record Syntax<T>(String placeholder, String flagAlone, Function<String, T> parse) {
    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y");
    private static final Set<String> FALSE = Set.of("false", "f", "no", "n");

    static final Syntax<String> TEXT = new Syntax<>("text", "", text -> text);
    static final Syntax<String> URL = new Syntax<>("url", "", text -> text);
    static final Syntax<String> JSON = new Syntax<>("json", "", text -> text);

    /** {@code --flag}, {@code --flag=false} and {@code --flag false} are all understood. */
    static final Syntax<Boolean> SWITCH = new Syntax<>("true|false", "true", Syntax::bool);

    /** A flag that switches something off whose variable says whether it is on. */
    static final Syntax<Boolean> OFF_SWITCH = new Syntax<>("true|false", "false", Syntax::bool);

    static final Syntax<Integer> PORT = integer("port", 0, 65535, "Only expecting a value between 0 and 65535");

    static Syntax<Integer> atLeast(int min, String unit) {
        return integer(
                unit,
                min,
                Integer.MAX_VALUE,
                min == 0 ? "Only expecting a non negative numeric" : "Only expecting a positive integer");
    }

    static Syntax<Double> seconds() {
        return new Syntax<>("seconds", "", text -> {
            try {
                var seconds = Double.parseDouble(text);
                if (seconds >= 0 && seconds < Integer.MAX_VALUE) {
                    return seconds;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new IllegalArgumentException("Only expecting a non negative numeric");
        });
    }

    static Syntax<String> choice(String... choices) {
        var known = List.of(choices);
        return new Syntax<>(String.join("|", known), "", text -> {
            var wanted = text.strip();
            return known.stream()
                    .filter(choice -> choice.equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalArgumentException("Only expecting one of " + String.join(", ", known)));
        });
    }

    /** Comma-separated, in any case; keeps the order. */
    static Syntax<Set<String>> listOf(String placeholder, String... known) {
        var allowed = List.of(known);
        return new Syntax<>(
                placeholder,
                "",
                text -> Arrays.stream(text.split(","))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .map(word -> {
                            if (!allowed.contains(word)) {
                                throw new IllegalArgumentException(
                                        "'" + word + "' is none of " + String.join(", ", allowed));
                            }
                            return word;
                        })
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /** Whether the word after a flag that can stand alone is its value. */
    boolean takes(String word) {
        var lower = word.toLowerCase(Locale.ROOT);
        return flagAlone.isEmpty() || TRUE.contains(lower) || FALSE.contains(lower);
    }

    private static Syntax<Integer> integer(String placeholder, int min, int max, String expectation) {
        return new Syntax<>(placeholder, "", text -> {
            try {
                var number = Long.parseLong(text.strip());
                if (number >= min && number <= max) {
                    return (int) number;
                }
            } catch (NumberFormatException e) {
                // told below
            }
            throw new IllegalArgumentException(expectation);
        });
    }

    private static boolean bool(String text) {
        var lower = text.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower) || FALSE.contains(lower)) {
            return TRUE.contains(lower);
        }
        throw new IllegalArgumentException(
                "Not a valid boolean text. True values are true, t, yes, y and false values are false, f, no, n."
                        + " All values are case insensitive");
    }
}
