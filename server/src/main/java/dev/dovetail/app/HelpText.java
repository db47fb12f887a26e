package dev.dovetail.app;

import java.util.ArrayList;
import java.util.List;

/** What {@code --help} prints. */
final class HelpText {
    private static final int WIDTH = 100;
    private static final String INDENT = "        ";

    private HelpText() {}

    static String overview() {
        return """
                Dovetail: a GraphQL engine for Postgres, REST actions and remote GraphQL schemas.

                Usage: dovetail [database options] <command> [options]

                Commands
                  serve      Start the engine
                  version    Print the version
                  help       Explain a command: help serve

                Examples
                  dovetail serve                                     with a Postgres of its own
                  dovetail serve --database-url postgres://user:password@localhost:5432/shop
                  dovetail --metadata-database-url URL serve --server-port 9090 --admin-secret SECRET

                Each option can also be given by its environment variable; a flag wins. See 'serve --help'.
                """;
    }

    static String serve() {
        var text = new StringBuilder("""
                Start the engine.

                Usage: dovetail serve [options]

                A flag wins over its environment variable, which stands in brackets with the default. Options marked
                (not yet) are known and checked, but the feature is still to come.
                """);
        for (var group : OptionTable.GROUPS) {
            text.append('\n').append(group.title()).append('\n');
            group.options().forEach(option -> describe(option, text));
        }
        return text.toString();
    }

    private static void describe(Option<?> option, StringBuilder text) {
        text.append("  ").append(usage(option)).append('\n');
        wrap(option.help() + mark(option) + " " + origin(option))
                .forEach(line -> text.append(INDENT).append(line).append('\n'));
    }

    private static String usage(Option<?> option) {
        if (option.flag() == null) {
            return option.env() + "=<" + option.syntax().placeholder() + ">";
        }
        var letter = option.letter() == null ? "" : "-" + option.letter() + ", ";
        var alone = option.syntax().flagAlone().isEmpty();
        var value = "<" + option.syntax().placeholder() + ">";
        return letter + "--" + option.flag() + (alone ? " " + value : "[=" + value + "]");
    }

    private static String mark(Option<?> option) {
        return switch (option.status()) {
            case WORKS -> "";
            case NOT_YET -> " (not yet)";
            case IGNORED -> " (ignored)";
        };
    }

    private static String origin(Option<?> option) {
        var env = option.flag() == null || option.env() == null ? "" : option.env();
        var fallback = option.fallback().isEmpty() ? "" : "default " + option.fallback();
        var both = env.isEmpty() || fallback.isEmpty() ? env + fallback : env + ", " + fallback;
        return both.isEmpty() ? "" : "[" + both + "]";
    }

    private static List<String> wrap(String sentence) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : sentence.strip().split(" ")) {
            if (!line.isEmpty() && INDENT.length() + line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
