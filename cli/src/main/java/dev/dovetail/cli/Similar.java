package dev.dovetail.cli;

import java.util.Comparator;
import java.util.stream.Stream;

/** What somebody who mistyped may have meant. */
final class Similar {
    private static final int DISTANCE_MAX = 2;

    private Similar() {}

    /** A clause of a sentence; empty when nothing is near. */
    static String suggestion(String typed, Stream<String> known) {
        return known.filter(word -> distance(typed, word) <= DISTANCE_MAX)
                .min(Comparator.comparingInt(word -> distance(typed, word)))
                .map(word -> "; is it " + word + "?")
                .orElse("");
    }

    /** How many characters must be added, removed or replaced. */
    static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (var j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (var i = 1; i <= one.length(); i++) {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.length(); j++) {
                var replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
