package dev.dovetail.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints a script that completes commands in a shell. */
final class CompletionCommand {
    private CompletionCommand() {}

    static int run(Invocation in) {
        in.print(
                switch (in.arguments().getFirst()) {
                    case "bash" -> bash();
                    // zsh understands bash's functions once it is told to
                    case "zsh" ->
                        "autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n" + bash();
                    case "fish" -> fish();
                    case String other -> throw Failed.usage("no completion for " + other + "; for bash, zsh and fish");
                });
        return Exit.DONE;
    }

    /** The command at the end of a chain of names. */
    private record Node(String path, Command command) {
        Stream<Node> all() {
            var below = command.inner().stream().flatMap(inner -> new Node(path + " " + inner.name(), inner).all());
            return Stream.concat(Stream.of(this), below);
        }

        /** What may come next. */
        List<String> words() {
            var words = new ArrayList<String>();
            command.inner().forEach(inner -> words.add(inner.name()));
            if (path.isEmpty()) {
                words.addAll(Commands.NEIGHBOURS);
            }
            var arguments = command.arguments();
            words.addAll(arguments == null ? List.of() : arguments.choices());
            options().forEach(option -> words.add(option.name()));
            return words;
        }

        List<Option> options() {
            return Stream.concat(command.options().stream(), Option.global().stream())
                    .toList();
        }
    }

    private static List<Node> nodes() {
        return new Node("", Commands.ROOT).all().toList();
    }

    private static String bash() {
        var values = nodes().stream()
                .flatMap(node -> node.options().stream())
                .filter(option -> option.value() != null)
                .map(option -> "        %s) COMPREPLY=($(compgen %s -- \"$word\")); return ;;\n"
                        .formatted(
                                String.join("|", option.names()),
                                option.choices().isEmpty() ? "-f" : "-W '" + String.join(" ", option.choices()) + "'"))
                .distinct()
                .collect(Collectors.joining());
        // The longest path first: it is the beginning of what was typed that counts.
        var words = nodes().reversed().stream()
                .map(node -> "        \"%s\"*) words='%s' ;;\n".formatted(node.path(), String.join(" ", node.words())))
                .collect(Collectors.joining());
        return """
                _dovetail() {
                    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path="" words="" typed
                    for typed in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
                        case "$typed" in
                            -*) ;;
                            md) path="$path metadata" ;;
                            ic) path="$path inconsistency" ;;
                            *) path="$path $typed" ;;
                        esac
                    done
                    case "$before" in
                %s    esac
                    case "$path" in
                %s    esac
                    COMPREPLY=($(compgen -W "$words" -- "$word"))
                }
                complete -o default -F _dovetail dovetail ./dovetail
                """.formatted(values, words);
    }

    private static String fish() {
        var script = new StringBuilder("complete -c dovetail -f\n");
        for (var node : nodes()) {
            var seen = node.path().isEmpty()
                    ? ""
                    : Stream.of(node.path().strip().split(" "))
                            .map(word -> "__fish_seen_subcommand_from " + word)
                            .collect(Collectors.joining("; and "));
            var inner = node.command().inner().stream().map(Command::name).collect(Collectors.joining(" "));
            var here = inner.isEmpty() ? seen : both(seen, "not __fish_seen_subcommand_from " + inner);
            node.command().inner().forEach(command -> line(here, "-a " + command.name(), command.summary(), script));
            if (node.path().isEmpty()) {
                Commands.NEIGHBOURS.forEach(name -> line(here, "-a " + name, "", script));
            }
            var arguments = node.command().arguments();
            if (arguments != null && !arguments.choices().isEmpty()) {
                line(here, "-a '" + String.join(" ", arguments.choices()) + "'", "", script);
            }
            node.command().options().forEach(option -> line(here, flags(option), option.description(), script));
        }
        Option.global().forEach(option -> line("", flags(option), option.description(), script));
        return script.toString();
    }

    private static String flags(Option option) {
        var names = option.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        var choices = option.choices().isEmpty() ? " -F" : " -a '" + String.join(" ", option.choices()) + "'";
        return names + (option.value() == null ? "" : " -r" + choices);
    }

    private static String both(String one, String other) {
        return one.isEmpty() ? other : one + "; and " + other;
    }

    private static void line(String condition, String what, String description, StringBuilder script) {
        script.append("complete -c dovetail ")
                .append(condition.isEmpty() ? "" : "-n '" + condition + "' ")
                .append(what)
                .append(description.isEmpty() ? "" : " -d '" + description.replace("'", "\\'") + "'")
                .append('\n');
    }
}
