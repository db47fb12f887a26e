package dev.dovetail.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the user typed: a command, and flags with their values. Flags may stand before the command, as the reference has
 * it for the database urls, or after it.
 *
 * @param command the word, or null when there was none
 * @param topic the word after {@code help}
 * @param flags each flag's text; the last one counts when it was given twice
 */
record CommandLine(
        @Nullable String command, @Nullable String topic, SequencedMap<Option<?>, String> flags, boolean wantsHelp) {
    static final List<String> COMMANDS = List.of("serve", "version", "help");

    /** Throws a {@link UsageException} for what it does not know. */
    static CommandLine parse(List<String> words, List<Option<?>> options) {
        return new Reader(words, byFlag(options)).read();
    }

    /** Whether help on this command is wanted, by {@code help serve} or {@code serve --help}. */
    boolean isAbout(String name) {
        return name.equals(command) || name.equals(topic);
    }

    private static Map<String, Option<?>> byFlag(List<Option<?>> options) {
        var flags = new LinkedHashMap<String, Option<?>>();
        for (var option : options) {
            if (option.flag() != null) {
                flags.put("--" + option.flag(), option);
            }
            if (option.letter() != null) {
                flags.put("-" + option.letter(), option);
            }
        }
        return flags;
    }

    private static final class Reader {
        private final List<String> words;
        private final Map<String, Option<?>> known;
        private final SequencedMap<Option<?>, String> given = new LinkedHashMap<>();
        private final List<String> commands = new ArrayList<>();
        private boolean wantsHelp;
        private int next;

        Reader(List<String> words, Map<String, Option<?>> known) {
            this.words = words;
            this.known = known;
        }

        CommandLine read() {
            while (next < words.size()) {
                var word = words.get(next++);
                if (word.equals("--help") || word.equals("-h")) {
                    wantsHelp = true;
                } else if (word.startsWith("-") && word.length() > 1) {
                    flag(word);
                } else {
                    command(word);
                }
            }
            return new CommandLine(word(0), word(1), given, wantsHelp);
        }

        private @Nullable String word(int place) {
            return commands.size() > place ? commands.get(place) : null;
        }

        private void command(String word) {
            var isTopicOfHelp = commands.size() == 1 && commands.getFirst().equals("help");
            if (!commands.isEmpty() && !isTopicOfHelp) {
                throw new UsageException("unexpected argument '" + word + "'");
            }
            if (!COMMANDS.contains(word)) {
                throw new UsageException("unknown command '" + word + "'" + meant(word, COMMANDS.stream())
                        + "\nCommands: " + String.join(", ", COMMANDS));
            }
            commands.add(word);
        }

        private void flag(String word) {
            var equals = word.indexOf('=');
            var flag = equals < 0 ? word : word.substring(0, equals);
            var option = known.get(flag);
            if (option == null) {
                throw new UsageException("unknown option '" + flag + "'" + meant(flag, known.keySet().stream()));
            }
            given.putLast(option, equals < 0 ? value(flag, option) : word.substring(equals + 1));
        }

        private String value(String flag, Option<?> option) {
            var following = next < words.size() ? words.get(next) : null;
            var alone = option.syntax().flagAlone();
            if (following != null && option.syntax().takes(following)) {
                next++;
                return following;
            }
            if (alone.isEmpty()) {
                throw new UsageException(flag + " needs a value: " + flag + " <"
                        + option.syntax().placeholder() + ">");
            }
            return alone;
        }

        private static String meant(String word, Stream<String> candidates) {
            return candidates
                    .filter(candidate -> distance(word, candidate) <= Math.max(2, word.length() / 4))
                    .min(Comparator.comparingInt(candidate -> distance(word, candidate)))
                    .map(candidate -> "; did you mean '" + candidate + "'?")
                    .orElse("");
        }

        /** Levenshtein's: how many letters must be changed. */
        private static int distance(String a, String b) {
            var previous = new int[b.length() + 1];
            Arrays.setAll(previous, i -> i);
            for (var i = 1; i <= a.length(); i++) {
                var current = new int[b.length() + 1];
                current[0] = i;
                for (var j = 1; j <= b.length(); j++) {
                    var change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                    current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
                }
                previous = current;
            }
            return previous[b.length()];
        }
    }
}
