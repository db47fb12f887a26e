package dev.dovetail.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree of commands.
 *
 * @param names the first is the real one
 * @param summary one line
 * @param more further lines of its help
 * @param arguments what it takes beside options; null for nothing
 * @param action null when it only groups others
 */
record Command(
        List<String> names,
        String summary,
        List<String> more,
        List<Option> options,
        @Nullable Arguments arguments,
        List<Command> inner,
        @Nullable Action action) {

    /** {@code label} is what help calls them. */
    record Arguments(String label, int least, int most, List<String> choices) {}

    static Command of(String names, String summary, Action action) {
        return new Command(List.of(names.split(" ")), summary, List.of(), List.of(), null, List.of(), action);
    }

    static Command group(String names, String summary, Command... inner) {
        return new Command(List.of(names.split(" ")), summary, List.of(), List.of(), null, List.of(inner), null);
    }

    Command says(String... lines) {
        return new Command(names, summary, List.of(lines), options, arguments, inner, action);
    }

    Command with(Option... more) {
        return new Command(names, summary, this.more, List.of(more), arguments, inner, action);
    }

    Command takes(String label, int least, int most, String... choices) {
        var taken = new Arguments(label, least, most, List.of(choices));
        return new Command(names, summary, more, options, taken, inner, action);
    }

    String name() {
        return names.getFirst();
    }

    @Nullable
    Command find(String word) {
        for (var command : inner) {
            if (command.names().contains(word)) {
                return command;
            }
        }
        return null;
    }
}
