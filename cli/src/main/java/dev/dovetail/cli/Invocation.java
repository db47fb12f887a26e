package dev.dovetail.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** One call of a command: its options and arguments, and what it needs of the world. */
final class Invocation {
    private final Surroundings surroundings;
    private final ParseResult parsed;
    private final Settings settings;

    Invocation(Surroundings surroundings, ParseResult parsed) {
        this.surroundings = surroundings;
        this.parsed = parsed;
        this.settings = Settings.of(surroundings, this::option);
    }

    /** The text of an option, {@code --output}; null when it is not given. */
    @Nullable
    String option(String name) {
        return parsed.matchedOptionValue(name, null);
    }

    boolean flag(String name) {
        return parsed.matchedOptionValue(name, false);
    }

    List<String> arguments() {
        return parsed.matchedPositionalValue(0, List.of());
    }

    Surroundings surroundings() {
        return surroundings;
    }

    ParseResult parsed() {
        return parsed;
    }

    Settings settings() {
        return settings;
    }

    Server server() {
        return new Server(settings, this::debug);
    }

    /** The metadata of the project the command is called in. Throws {@link Failed} when this is none. */
    LocalMetadata local() {
        var file = option("--from-file");
        if (file != null) {
            return LocalMetadata.file(path(file), surroundings.folder());
        }
        return LocalMetadata.of(settings.project(), surroundings.folder());
    }

    Path path(String text) {
        return surroundings.folder().resolve(text).normalize();
    }

    /** A result. Ends the line, unless it is ended already. */
    void print(String text) {
        surroundings.out().print(text.endsWith("\n") || text.isEmpty() ? text : text + "\n");
        surroundings.out().flush();
    }

    /** For people. */
    void say(String text) {
        if (settings.level().compareTo(Level.INFO) <= 0) {
            surroundings.err().println(text);
        }
    }

    void warn(String text) {
        if (settings.level().compareTo(Level.WARN) <= 0) {
            surroundings.err().println("warning: " + text);
        }
    }

    private void debug(String text) {
        if (settings.level() == Level.DEBUG) {
            surroundings.err().println("debug: " + text);
        }
    }

    boolean colours() {
        var environment = surroundings.environment();
        return surroundings.terminal()
                && !flag("--no-color")
                && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
