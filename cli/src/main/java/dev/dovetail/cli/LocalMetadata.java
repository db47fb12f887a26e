package dev.dovetail.cli;

import dev.dovetail.metadata.project.Place;
import dev.dovetail.metadata.project.Project;
import dev.dovetail.metadata.project.ProjectException;
import dev.dovetail.metadata.project.ProjectFiles;
import dev.dovetail.metadata.project.ProjectReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Metadata that was read from a disk.
 *
 * @param folder what places in it are relative to
 * @param from what places are shown relative to
 */
record LocalMetadata(Project project, Path folder, Path from) {

    static LocalMetadata of(ProjectFolder project, Path from) {
        if (!project.exists()) {
            throw Failed.files("there is no project here: no " + ProjectFolder.CONFIG + " in " + project.folder()
                    + " or above; \"dovetail init\" makes one, --project names another folder");
        }
        var file = project.metadataFile();
        return file == null
                ? folder(project.metadata(), from)
                : file(project.folder().resolve(file), from);
    }

    static LocalMetadata folder(Path folder, Path from) {
        if (!Files.isDirectory(folder)) {
            throw Failed.files("there is no folder " + shown(folder, from));
        }
        var files = files(folder, from);
        if (!ProjectReader.present(files)) {
            throw Failed.files("there is no metadata in " + shown(folder, from)
                    + "; \"dovetail metadata export\" writes it there");
        }
        try {
            return new LocalMetadata(ProjectReader.read(files), folder, from);
        } catch (ProjectException e) {
            throw Failed.files(shown(e.place(), folder, from) + ": " + e.problem());
        }
    }

    static LocalMetadata file(Path file, Path from) {
        var folder = file.toAbsolutePath().getParent();
        var text = folder == null ? null : files(folder, from).read(String.valueOf(file.getFileName()));
        if (folder == null || text == null) {
            throw Failed.files("there is no file " + shown(file, from));
        }
        try {
            return new LocalMetadata(ProjectReader.readOne(String.valueOf(file.getFileName()), text), folder, from);
        } catch (ProjectException e) {
            throw Failed.files(shown(e.place(), folder, from) + ": " + e.problem());
        }
    }

    static ProjectFiles files(Path folder, Path from) {
        return path -> read(folder.resolve(path).normalize(), from);
    }

    private static @Nullable String read(Path file, Path from) {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw Failed.files(shown(file, from) + ": not UTF-8");
        } catch (IOException e) {
            throw Failed.files(shown(file, from) + ": cannot be read");
        }
    }

    String shown(Place place) {
        return shown(place, folder, from);
    }

    private static String shown(Place place, Path folder, Path from) {
        return shown(folder.resolve(place.file()).normalize(), from) + ":" + place.line();
    }

    /** Relative to where the user is, when it is below. */
    static String shown(Path path, Path from) {
        var absolute = path.toAbsolutePath().normalize();
        var base = from.toAbsolutePath().normalize();
        var shown = absolute.startsWith(base) ? base.relativize(absolute) : absolute;
        return shown.toString().isEmpty() ? "." : shown.toString();
    }
}
