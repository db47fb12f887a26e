package dev.dovetail.cli;

import dev.dovetail.codegen.ActionCode;
import dev.dovetail.codegen.Delegation;
import dev.dovetail.codegen.Framework;
import dev.dovetail.codegen.GeneratedFile;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.ActionMetadata;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes code for the handlers of the project's actions. No server is asked. */
final class CodegenCommand {
    private CodegenCommand() {}

    static int run(Invocation in) {
        generate(in, in.arguments(), in.option("--derive-from"));
        return Exit.DONE;
    }

    /** @param names none for all */
    static void generate(Invocation in, List<String> names, @Nullable String operation) {
        var framework = framework(in);
        var folder = folder(in);
        var metadata = MetadataCodec.decode(in.local().project().metadata(), Path.ROOT);
        var chosen = chosen(metadata, names);
        if (operation != null && chosen.size() != 1) {
            throw Failed.usage("--derive-from is for one action: name it");
        }
        var delegation = operation == null ? null : delegation(operation);
        files(chosen, metadata, delegation, framework).forEach(file -> write(in, folder, file));
        in.say("Codegen files generated at "
                + LocalMetadata.shown(folder, in.surroundings().folder()));
    }

    /** Each once, though all share some. */
    private static Collection<GeneratedFile> files(
            List<ActionMetadata> actions, Metadata metadata, @Nullable Delegation delegation, Framework framework) {
        var files = new LinkedHashMap<String, GeneratedFile>();
        for (var action : actions) {
            for (var file : ActionCode.of(action, metadata.customTypes(), delegation, framework)) {
                var other = files.put(file.name(), file);
                if (other != null && !other.equals(file)) {
                    throw Failed.files("the action " + action.name().value() + " and another would both have the file "
                            + file.name() + "; no code was written: rename one of them");
                }
            }
        }
        return files.values();
    }

    /** The one chosen; refuses when there is none. */
    static Framework framework(Invocation in) {
        var chosen = in.settings().codegenFramework();
        if (chosen == null) {
            throw Failed.usage("could not find codegen config. For adding codegen config, run:\n\n"
                    + "  dovetail actions use-codegen --framework nodejs --output-dir handlers");
        }
        return framework(chosen);
    }

    static Framework framework(String wire) {
        return Framework.of(wire)
                .orElseThrow(() -> Failed.usage("framework " + wire + " is not found; there are "
                        + Arrays.stream(Framework.values()).map(Framework::wire).collect(Collectors.joining(", "))));
    }

    private static java.nio.file.Path folder(Invocation in) {
        var given = in.option("--output-dir");
        if (given != null) {
            return in.path(given);
        }
        var configured = in.settings().codegenFolder();
        if (configured == null) {
            throw Failed.usage("--output-dir is missing: where the files go");
        }
        return in.settings().project().folder().resolve(configured).normalize();
    }

    private static List<ActionMetadata> chosen(Metadata metadata, List<String> names) {
        if (names.isEmpty()) {
            return metadata.actions();
        }
        return names.stream()
                .map(name -> metadata.actions().stream()
                        .filter(action -> action.name().value().equals(name))
                        .findFirst()
                        .orElseThrow(() -> Failed.files("there is no action " + name + " in actions.graphql")))
                .toList();
    }

    private static Delegation delegation(String operation) {
        try {
            return Delegation.of(operation);
        } catch (ApiException e) {
            throw Failed.usage("--derive-from: this seems to be an invalid GraphQL query");
        }
    }

    /** Whoever filled in a handler does not want it back as it was. What all share may be somebody's own, too. */
    static void write(Invocation in, java.nio.file.Path folder, GeneratedFile file) {
        var path = folder.resolve(file.name());
        if (Files.exists(path) && !in.flag("--overwrite")) {
            if (!file.shared() || !isAsWritten(path, file.content())) {
                in.warn(LocalMetadata.shown(path, in.surroundings().folder()) + " exists"
                        + (file.shared() ? " with other content than handlers need" : "")
                        + " and is left as it is; --overwrite replaces it");
            }
            return;
        }
        FolderWriter.replace(path, file.content());
    }

    private static boolean isAsWritten(java.nio.file.Path file, String content) {
        try {
            return Arrays.equals(Files.readAllBytes(file), content.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            return false;
        }
    }
}
