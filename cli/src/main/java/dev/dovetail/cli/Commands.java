package dev.dovetail.cli;

import java.util.List;

/** The tree of commands, and how one is run. */
final class Commands {
    /** What the launcher does itself. Whatever else is typed behind its name comes here. */
    static final List<String> NEIGHBOURS =
            List.of("demo", "serve", "build", "test", "format", "bench", "screenshots", "help");

    static final Command ROOT = Command.group(
            "dovetail",
            "Projects, and the server they are applied to",
            Command.of("init", "Make an empty project", InitCommand::run)
                    .with(Option.text("--version", "NUMBER", "The form of the project: 3"))
                    .takes("FOLDER", 0, 1),
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
            ActionCommands.group(),
            Command.of("version", "Tell the version, and that of the server", VersionCommand::run),
            Command.of("completion", "Print what completes commands in a shell", CompletionCommand::run)
                    .says(
                            "  bash   source <(dovetail completion bash)",
                            "  zsh    source <(dovetail completion zsh)",
                            "  fish   dovetail completion fish | source")
                    .takes("SHELL", 1, 1, "bash", "zsh", "fish"));

    private Commands() {}

    /** Gives the exit status. */
    static int run(Surroundings surroundings, String... words) {
        try {
            var line = CommandLine.parse(ROOT, List.of(words));
            var action = line.command().action();
            if (line.help() || action == null) {
                surroundings.out().print(Help.of(line));
                surroundings.out().flush();
                return line.help() ? Exit.DONE : Exit.USAGE;
            }
            return action.run(new Invocation(surroundings, line));
        } catch (Failed failed) {
            surroundings.err().println("dovetail: " + failed.text());
            return failed.status();
        } catch (Refusal refusal) {
            surroundings.err().println("dovetail: " + refusal.text());
            return Exit.REFUSED;
        }
    }

    private static Command apply() {
        return Command.of("apply", "Replace the server's metadata by the project's", ApplyCommand::run)
                .with(
                        Option.flag("--dry-run", "Print the project's metadata and ask no server"),
                        Option.flag("--disallow-inconsistent-metadata", "Refuse what cannot be served in full"),
                        Option.output("Print the metadata applied: json or yaml"),
                        Option.text("--from-file", "FILE", "Apply this file, JSON or YAML, instead"));
    }

    private static Command export() {
        return Command.of("export", "Write the server's metadata into the project", ExportCommand::run)
                .with(Option.output("Print it instead: json or yaml"));
    }

    private static Command diff() {
        return Command.of("diff", "Show what apply would change", DiffCommand::run)
                .says(
                        "Lines with - are the server's, those with + the project's. With one FOLDER, that is compared;",
                        "with two they are compared with each other, and the change starts from the second.")
                .with(
                        Option.text("--type", "TYPE", "Compare one text: json, yaml, unified-json or unified-yaml")
                                .among("json", "yaml", "unified-json", "unified-yaml"),
                        Option.text("--from-file", "FILE", "Compare this file instead of the project"),
                        Option.flag("--exit-code", "Exit with 1 when there are differences"))
                .takes("FOLDER", 0, 2);
    }

    private static Command inconsistency() {
        return Command.group(
                "inconsistency ic inconsistencies",
                "Look after metadata that cannot be served",
                Command.of("list ls", "List what cannot be served, and why", ServerCommands::list)
                        .with(Option.output("In this form: json or yaml")),
                Command.of("status", "Exit with 1 when something cannot be served", ServerCommands::status),
                Command.of("drop", "Remove from the server's metadata what cannot be served", ServerCommands::drop));
    }
}
