package dev.dovetail.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A node of the tree of commands.
 *
 * @param names the first is the real one
 * @param summary one line
 * @param more further lines of its help
 */
record Command(
        List<String> names,
        String summary,
        List<String> more,
        List<OptionSpec> options,
        List<PositionalParamSpec> arguments,
        List<Command> inner,
        Action action) {

    static Command of(String names, String summary, Action action) {
        return new Command(List.of(names.split(" ")), summary, List.of(), List.of(), List.of(), List.of(), action);
    }

    /** Does nothing itself. */
    static Command group(String names, String summary, Command... inner) {
        Action usage = in -> {
            in.parsed().commandSpec().commandLine().usage(in.surroundings().out());
            return Exit.USAGE;
        };
        return new Command(List.of(names.split(" ")), summary, List.of(), List.of(), List.of(), List.of(inner), usage);
    }

    Command says(String... lines) {
        return new Command(names, summary, List.of(lines), options, arguments, inner, action);
    }

    Command with(OptionSpec... more) {
        return new Command(names, summary, this.more, List.of(more), arguments, inner, action);
    }

    Command takes(PositionalParamSpec... more) {
        return new Command(names, summary, this.more, options, List.of(more), inner, action);
    }

    CommandSpec spec() {
        var spec = CommandSpec.wrapWithoutInspection(this);
        spec.name(names.getFirst());
        spec.aliases(names.subList(1, names.size()).toArray(String[]::new));
        var usage = spec.usageMessage();
        usage.description(Stream.concat(Stream.of(summary + "."), more.stream()).toArray(String[]::new));
        usage.sortOptions(false);
        options.forEach(spec::addOption);
        arguments.forEach(spec::addPositional);
        for (var command : inner) {
            spec.addSubcommand(command.names().getFirst(), command.spec());
        }
        return spec;
    }
}
