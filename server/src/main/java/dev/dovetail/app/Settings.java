package dev.dovetail.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** The options' values, each from its flag, else its variable, else its default. */
final class Settings {
    private final SequencedMap<Option<?>, Given> given;

    /**
     * A value somebody has set.
     *
     * @param from the flag or variable it came from
     */
    private record Given(String from, String text, boolean byFlag) {}

    private Settings(SequencedMap<Option<?>, Given> given) {
        this.given = given;
    }

    /** Throws a {@link UsageException} that names all values which cannot be understood. */
    static Settings of(List<Option<?>> options, Map<Option<?>, String> flags, Map<String, String> environment) {
        var given = new LinkedHashMap<Option<?>, Given>();
        var wrong = new ArrayList<String>();
        for (var option : options) {
            var value = find(option, flags, environment);
            if (value != null) {
                given.put(option, value);
                complain(option, value, wrong);
            }
        }
        if (!wrong.isEmpty()) {
            throw new UsageException(String.join("\n", wrong));
        }
        return new Settings(given);
    }

    private static @Nullable Given find(
            Option<?> option, Map<Option<?>, String> flags, Map<String, String> environment) {
        var flag = flags.get(option);
        if (flag != null) {
            return new Given("--" + option.flag(), flag, true);
        }
        var names = new ArrayList<String>();
        if (option.env() != null) {
            names.add(option.env());
        }
        names.addAll(option.otherEnvs());
        for (var name : names) {
            // A variable that is set to nothing is what a compose file makes of one that is not set
            var text = environment.get(name);
            if (text != null && !text.isEmpty()) {
                return new Given(name, text, false);
            }
        }
        return null;
    }

    private static void complain(Option<?> option, Given value, List<String> wrong) {
        try {
            var _ = option.syntax().parse().apply(value.text());
        } catch (IllegalArgumentException expectation) {
            wrong.add(value.from() + ": " + expectation.getMessage());
        }
    }

    /** For options with a default. */
    <T> T get(Option<T> option) {
        var value = find(option);
        if (value == null) {
            throw new IllegalArgumentException(option.name() + " has no default");
        }
        return value;
    }

    /** Null when the option is not set and has no default. */
    <T> @Nullable T find(Option<T> option) {
        var value = given.get(option);
        var text = value == null ? option.fallback() : value.text();
        return value == null && text.isEmpty() ? null : option.syntax().parse().apply(text);
    }

    boolean isSet(Option<?> option) {
        return given.containsKey(option);
    }

    /** Whether the value came from a flag, and not from a variable. */
    boolean isByFlag(Option<?> option) {
        var value = given.get(option);
        return value != null && value.byFlag();
    }

    /** The flags and variables that were set and of which nothing will come. */
    List<String> setThough(Option.Status status) {
        return given.entrySet().stream()
                .filter(entry -> entry.getKey().status() == status)
                .map(entry -> entry.getValue().from())
                .toList();
    }
}
