package dev.dovetail.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The tree of commands, and how one is run. */
final class Commands {
    private static final int WIDTH = 100;

    private Commands() {}

    /** Gives the exit status. */
    static int run(Surroundings surroundings, String[] arguments) {
        var line = line();
        line.setOut(new PrintWriter(surroundings.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(surroundings.err(), true, StandardCharsets.UTF_8));
        line.setExecutionStrategy(parsed -> execute(surroundings, parsed));
        line.setParameterExceptionHandler((mistake, given) -> mistaken(surroundings, mistake));
        return line.execute(arguments);
    }

    static CommandLine line() {
        var spec = Command.group("dovetail", "Projects, and the server they are applied to", tree())
                .spec();
        Options.global().forEach(spec::addOption);
        return new CommandLine(spec)
                .setUsageHelpWidth(WIDTH)
                .setUsageHelpAutoWidth(false)
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }

    private static int execute(Surroundings surroundings, ParseResult parsed) {
        var help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        var called = parsed;
        while (called.hasSubcommand()) {
            called = called.subcommand();
        }
        var command = (Command) called.commandSpec().userObject();
        try {
            return command.action().run(new Invocation(surroundings, called));
        } catch (Failed failed) {
            surroundings.err().println("dovetail: " + failed.text());
            return failed.status();
        } catch (Refusal refusal) {
            surroundings.err().println("dovetail: " + refusal.text());
            return Exit.REFUSED;
        }
    }

    private static int mistaken(Surroundings surroundings, ParameterException mistake) {
        var err = surroundings.err();
        err.println("dovetail: " + mistake.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(
                mistake, new PrintWriter(err, true, StandardCharsets.UTF_8));
        err.println("Try \"" + mistake.getCommandLine().getCommandSpec().qualifiedName() + " --help\".");
        return Exit.USAGE;
    }

    private static Command[] tree() {
        return new Command[] {
            Command.of("init", "Make an empty project", InitCommand::run)
                    .with(Options.text("--version", "NUMBER", "The form of the project; 3")
                            .build())
                    .takes(Options.arguments("FOLDER", "0..1", "Where; otherwise the working folder")),
            Command.group(
                    "metadata md",
                    "Carry metadata between files and server",
                    apply(),
                    export(),
                    diff(),
                    Command.of(
                            "reload",
                            "Let the server read its databases and remote schemas anew",
                            ServerCommands::reload),
                    Command.of("clear reset", "Remove all metadata from the server", ServerCommands::clear),
                    inconsistency()),
            Command.of("version", "Tell the version, and that of the server", VersionCommand::run),
            Command.of("completion", "Print what completes commands in a shell", CompletionCommand::run)
                    .says(
                            "bash: source <(dovetail completion bash)",
                            "zsh:  source <(dovetail completion zsh)",
                            "fish: dovetail completion fish | source")
                    .takes(Options.arguments("SHELL", "1", "bash, zsh or fish"))
        };
    }

    private static Command apply() {
        return Command.of("apply", "Replace the server's metadata by the project's", ApplyCommand::run)
                .with(
                        Options.flag("--dry-run", "Print the project's metadata and ask no server")
                                .build(),
                        Options.flag("--disallow-inconsistent-metadata", "Refuse what cannot be served in full")
                                .build(),
                        Options.output("Print the metadata applied: json or yaml"),
                        Options.text("--from-file", "FILE", "Apply this file, JSON or YAML, instead")
                                .build());
    }

    private static Command export() {
        return Command.of("export", "Write the server's metadata into the project", ExportCommand::run)
                .with(Options.output("Print it instead: json or yaml"));
    }

    private static Command diff() {
        return Command.of("diff", "Show what apply would change", DiffCommand::run)
                .says(
                        "Lines with - are the server's, those with + the project's. With one folder that is compared,",
                        "with two they are compared with each other: the second is where the change starts.")
                .with(
                        Options.text("--type", "TYPE", "Compare one text: json, yaml, unified-json or unified-yaml")
                                .completionCandidates(List.of("json", "yaml", "unified-json", "unified-yaml"))
                                .build(),
                        Options.text("--from-file", "FILE", "Compare this file instead of the project")
                                .build(),
                        Options.flag("--exit-code", "Exit with 1 when there are differences")
                                .build())
                .takes(Options.arguments("FOLDER", "0..2", "Metadata folders to compare"));
    }

    private static Command inconsistency() {
        return Command.group(
                "inconsistency ic inconsistencies",
                "Look after metadata that cannot be served",
                Command.of("list ls", "List what cannot be served, and why", ServerCommands::list)
                        .with(Options.output("In this form: json or yaml")),
                Command.of("status", "Exit with 1 when something cannot be served", ServerCommands::status),
                Command.of("drop", "Remove from the server's metadata what cannot be served", ServerCommands::drop));
    }
}
