package dev.dovetail.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was typed, understood. A library for this cost more processor time at each call than everything else together:
 * the usual one is compiled for a Java so old that no cache of the JVM takes it.
 *
 * @param path the names of the commands, from the outermost
 * @param options by full name; a flag has the value {@code true}
 */
record CommandLine(Command command, List<String> path, SequencedMap<String, String> options, List<String> arguments) {

    /** Throws {@link Failed}. */
    static CommandLine parse(Command root, List<String> words) {
        return new Parser(root).parse(words);
    }

    boolean help() {
        return options.containsKey("--help");
    }

    private static final class Parser {
        private final List<String> path = new ArrayList<>();
        private final SequencedMap<String, String> options = new LinkedHashMap<>();
        private final List<String> arguments = new ArrayList<>();
        private Command command;

        Parser(Command root) {
            this.command = root;
            path.add(root.name());
        }

        CommandLine parse(List<String> words) {
            var rest = words.iterator();
            var optionsOver = false;
            while (rest.hasNext()) {
                var word = rest.next();
                if (word.equals("--") && !optionsOver) {
                    optionsOver = true;
                } else if (word.startsWith("-") && word.length() > 1 && !optionsOver) {
                    option(word, rest);
                } else {
                    word(word);
                }
            }
            if (!options.containsKey("--help")) {
                checkArguments();
            }
            return new CommandLine(command, List.copyOf(path), options, List.copyOf(arguments));
        }

        private void word(String word) {
            if (command.inner().isEmpty()) {
                arguments.add(word);
                return;
            }
            var found = command.find(word);
            if (found == null) {
                throw wrong("there is no command " + word + Similar.suggestion(word, names()));
            }
            command = found;
            path.add(found.name());
        }

        /** Of the commands that may come next. */
        private Stream<String> names() {
            var inner = command.inner().stream().flatMap(next -> next.names().stream());
            return path.size() == 1 ? Stream.concat(inner, Commands.NEIGHBOURS.stream()) : inner;
        }

        private void option(String word, Iterator<String> rest) {
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            var option = find(name);
            if (option == null) {
                var names = known().flatMap(known -> known.names().stream());
                throw wrong("there is no option " + name + Similar.suggestion(name, names));
            }
            if (equals >= 0) {
                options.put(option.name(), word.substring(equals + 1));
            } else if (option.value() == null) {
                options.put(option.name(), "true");
            } else if (rest.hasNext()) {
                options.put(option.name(), rest.next());
            } else {
                throw wrong(name + " needs a value: " + option.value());
            }
        }

        private @Nullable Option find(String name) {
            return known().filter(option -> option.names().contains(name))
                    .findFirst()
                    .orElse(null);
        }

        private Stream<Option> known() {
            return Stream.concat(command.options().stream(), Option.global().stream());
        }

        private void checkArguments() {
            var taken = command.arguments();
            var most = taken == null ? 0 : taken.most();
            if (arguments.size() > most) {
                throw wrong("nothing is known of " + arguments.get(most));
            }
            if (taken != null && arguments.size() < taken.least()) {
                throw wrong(taken.label() + " is missing");
            }
        }

        private Failed wrong(String problem) {
            return Failed.usage(problem + "\nTry \"" + String.join(" ", path) + " --help\"");
        }
    }
}
