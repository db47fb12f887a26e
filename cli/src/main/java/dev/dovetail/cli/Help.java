package dev.dovetail.cli;

import java.util.ArrayList;
import java.util.List;

/** The help of a command. */
final class Help {
    private static final int COLUMN = 30;

    private Help() {}

    static String of(CommandLine line) {
        var command = line.command();
        var help = new ArrayList<String>();
        var arguments = command.arguments();
        help.add("Usage: " + String.join(" ", line.path())
                + (command.inner().isEmpty() ? "" : " COMMAND")
                + (arguments == null
                        ? ""
                        : arguments.least() == 0 ? " [" + arguments.label() + "]" : " " + arguments.label())
                + " [options]");
        help.add("");
        help.add(command.summary() + ".");
        help.addAll(command.more());
        if (!command.inner().isEmpty()) {
            help.add("");
            command.inner().forEach(inner -> help.add(row(String.join(", ", inner.names()), inner.summary())));
        }
        section(help, "", command.options());
        section(help, "Every command takes", Option.global());
        return String.join("\n", help) + "\n";
    }

    private static void section(List<String> help, String title, List<Option> options) {
        if (options.isEmpty()) {
            return;
        }
        help.add("");
        if (!title.isEmpty()) {
            help.add(title);
        }
        options.forEach(option -> help.add(row(
                String.join(", ", option.names()) + (option.value() == null ? "" : " " + option.value()),
                option.description())));
    }

    private static String row(String left, String right) {
        var wide = left.length() + 3 > COLUMN;
        return "  " + left + (wide ? "\n" + " ".repeat(COLUMN) : " ".repeat(COLUMN - 2 - left.length())) + right;
    }
}
