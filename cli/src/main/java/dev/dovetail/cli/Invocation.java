package dev.dovetail.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One call of a command: its options and arguments, and what it needs of the world. */
final class Invocation {
    private final Surroundings surroundings;
    private final CommandLine line;
    private final Settings settings;

    Invocation(Surroundings surroundings, CommandLine line) {
        this.surroundings = surroundings;
        this.line = line;
        this.settings = Settings.of(surroundings, this::option);
    }

    /** The text of an option, {@code --output}; null when it is not given. */
    @Nullable
    String option(String name) {
        return line.options().get(name);
    }

    boolean flag(String name) {
        return "true".equals(line.options().get(name));
    }

    List<String> arguments() {
        return line.arguments();
    }

    Surroundings surroundings() {
        return surroundings;
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
