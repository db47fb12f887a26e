package dev.dovetail.cli;

import dev.dovetail.codegen.ActionCode;
import dev.dovetail.codegen.GeneratedFile;
import java.io.IOException;
import java.nio.file.Files;

/** Remembers in the project for what code is generated, and where. */
final class UseCodegenCommand {
    private UseCodegenCommand() {}

    static int run(Invocation in) {
        var name = in.option("--framework");
        if (name == null) {
            throw Failed.usage("--framework is missing: one of java-jdk, nodejs … (see --help)");
        }
        var framework = CodegenCommand.framework(name);
        var project = in.settings().project();
        if (!project.exists()) {
            throw Failed.files("there is no project here: no " + ProjectFolder.CONFIG + " in " + project.folder()
                    + " or above; \"dovetail init\" makes one");
        }
        var given = in.option("--output-dir");
        var folder = given == null ? name : given;
        var target = project.folder().resolve(folder).normalize();
        var withKit = in.flag("--with-starter-kit") || in.flag("--starter-kit");
        if (withKit) {
            for (var file : ActionCode.starterKit(framework)) {
                // A kit is changed by its owner, so it is never replaced unasked.
                CodegenCommand.write(in, target, new GeneratedFile(file.name(), file.content(), false));
            }
            in.say("Starter kit written to "
                    + LocalMetadata.shown(target, in.surroundings().folder()));
        }
        var sources = withKit && !framework.sources().isEmpty() ? folder + "/" + framework.sources() : folder;
        remember(project, framework.wire(), sources);
        in.say("Codegen configuration updated in " + ProjectFolder.CONFIG);
        return Exit.DONE;
    }

    private static void remember(ProjectFolder project, String framework, String folder) {
        var file = project.folder().resolve(ProjectFolder.CONFIG);
        try {
            FolderWriter.replace(file, CodegenConfig.in(Files.readString(file), framework, folder));
        } catch (IOException e) {
            throw Failed.files(file + ": cannot be read");
        }
    }
}
