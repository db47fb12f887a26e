package dev.dovetail.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Prints a script that completes commands in a shell. */
final class CompletionCommand {
    /** Those of the launcher, which are none of ours. */
    private static final List<String> NEIGHBOURS = List.of("demo", "serve", "build", "test", "format", "help");

    private CompletionCommand() {}

    static int run(Invocation in) {
        var line = Commands.line();
        NEIGHBOURS.forEach(name -> line.addSubcommand(name, CommandSpec.create()));
        in.print(
                switch (in.arguments().getFirst()) {
                    case "bash", "zsh" -> AutoComplete.bash("dovetail", line);
                    case "fish" -> fish(line);
                    case String other -> throw Failed.usage("no completion for " + other + "; for bash, zsh and fish");
                });
        return Exit.DONE;
    }

    private static String fish(CommandLine root) {
        var script = new StringBuilder("complete -c dovetail -f\n");
        fish(root.getCommandSpec(), "", script);
        return script.toString();
    }

    /** {@code condition}: what fish must have seen for these words to make sense. */
    private static void fish(CommandSpec spec, String condition, StringBuilder script) {
        var names = String.join(" ", spec.subcommands().keySet());
        var here = names.isEmpty() ? condition : both(condition, "not __fish_seen_subcommand_from " + names);
        spec.subcommands().forEach((name, inner) -> {
            var described = inner.getCommandSpec().usageMessage().description();
            complete(here, "-a " + name, described.length == 0 ? "" : described[0], script);
            fish(inner.getCommandSpec(), both(condition, "__fish_seen_subcommand_from " + name), script);
        });
        for (var option : spec.options()) {
            var flags = new StringBuilder(option.arity().max() > 0 && option.type() == String.class ? "-r" : "");
            for (var name : option.names()) {
                flags.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
            }
            complete(here, flags.toString().strip(), String.join(" ", option.description()), script);
        }
    }

    private static String both(String one, String other) {
        return one.isEmpty() ? other : one + "; and " + other;
    }

    private static void complete(String condition, String what, String description, StringBuilder script) {
        script.append("complete -c dovetail ");
        if (!condition.isEmpty()) {
            script.append("-n '").append(condition).append("' ");
        }
        script.append(what);
        if (!description.isEmpty()) {
            script.append(" -d '").append(description.replace("'", "\\'")).append('\'');
        }
        script.append('\n');
    }
}
