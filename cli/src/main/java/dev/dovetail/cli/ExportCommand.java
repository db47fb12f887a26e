package dev.dovetail.cli;

import dev.dovetail.metadata.project.ProjectWriter;

/** Writes the server's metadata into the project, or prints it. */
final class ExportCommand {
    private ExportCommand() {}

    static int run(Invocation in) {
        var output = Output.of(in.option("--output"));
        if (output != null) {
            in.print(output.text(in.server().export()));
            return Exit.DONE;
        }
        var project = in.settings().project();
        if (!project.exists()) {
            throw Failed.files("there is no project here: no " + ProjectFolder.CONFIG + " in " + project.folder()
                    + " or above; \"dovetail init\" makes one, --output prints instead");
        }
        var metadata = in.server().export();
        var file = project.metadataFile();
        if (file == null) {
            new FolderWriter(project.metadata()).write(ProjectWriter.write(metadata));
        } else {
            var form = file.endsWith(".json") ? Output.JSON : Output.YAML;
            FolderWriter.replace(project.folder().resolve(file), form.text(metadata));
        }
        in.say("Metadata exported");
        return Exit.DONE;
    }
}
