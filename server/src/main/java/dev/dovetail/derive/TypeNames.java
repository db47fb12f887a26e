package dev.dovetail.derive;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Names of an action's own types: they begin with its name, as the reference's do. What is told apart only by case or
 * underscores would meet in one name; whoever comes later gets a number.
 */
final class TypeNames {
    private final String action;
    private final Map<String, String> copies = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    TypeNames(String action) {
        this.action = action;
    }

    /** Of a copy of the schema's type: the same each time. */
    String copy(String original) {
        var known = copies.get(original);
        if (known != null) {
            return known;
        }
        var name = fresh(original);
        copies.put(original, name);
        return name;
    }

    /** {@code InsertAuthorOutput} of {@code output} for {@code insertAuthor}; each time another. */
    String fresh(String what) {
        var plain = pascal(action + "_" + what);
        var name = plain;
        for (var number = 2; !taken.add(name); number++) {
            name = plain + number;
        }
        return name;
    }

    static String pascal(String snake) {
        return Arrays.stream(snake.split("_"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
