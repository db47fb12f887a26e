package dev.dovetail.properties;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names in SQL for what has a name in GraphQL: the same, or the worst that Postgres takes. */
final class Names {
    private static final int BYTES_MAX = 63;
    private static final List<String> HOSTILE = List.of(
            "we\"ird",
            "select",
            "_0",
            "Upper Case",
            "back\\slash",
            "$1",
            "--",
            "{{x}}",
            "it's",
            "/*",
            "a.b",
            ";",
            "\u00FC\u4E16\uD83D\uDE00",
            "%s",
            "root",
            "_1",
            "null",
            "order",
            "\" or \"1\"=\"1",
            "'||'",
            "?",
            "_root.base",
            "long_long_long_long_long_long_long_long_long_long_long_long_long",
            "$$",
            "E'",
            "\t",
            "{a,b}",
            "$",
            "1",
            "*");

    private final Choices choices;
    private final boolean hostile;
    private final Set<String> taken = new HashSet<>();

    /** As wild as the seed says. They are chosen apart, so that a world is the same under other names. */
    static Names of(long seed) {
        return new Names(seed, seed % 2 == 0);
    }

    Names(long seed, boolean hostile) {
        this.choices = Choices.random(~seed);
        this.hostile = hostile;
    }

    /** @param scope within which names differ */
    String of(String scope, String graphql) {
        if (!hostile || choices.chance(30)) {
            return graphql;
        }
        var wild = choices.of(HOSTILE);
        var fits = wild.getBytes(StandardCharsets.UTF_8).length <= BYTES_MAX;
        if (fits && taken.add(scope + "\0" + wild)) {
            return wild;
        }
        return cut(wild, BYTES_MAX - graphql.length()) + graphql;
    }

    /** Equal in all but its last bytes to others that are cut. */
    private static String cut(String text, int bytes) {
        var short_ = text;
        while (short_.getBytes(StandardCharsets.UTF_8).length > bytes) {
            short_ = short_.substring(0, short_.offsetByCodePoints(short_.length(), -1));
        }
        return short_;
    }
}
