package dev.dovetail.derive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Names of an action's own types: they begin with its name, as the reference's do. */
record TypeNames(String action) {

    /** {@code InsertAuthorOutput} of {@code output} for {@code insertAuthor}. */
    String of(String what) {
        return pascal(action + "_" + what);
    }

    static String pascal(String snake) {
        return Arrays.stream(snake.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
