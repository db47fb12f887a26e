package dev.dovetail.cli;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.project.ProjectException;
import dev.dovetail.metadata.project.Tree;
import dev.dovetail.metadata.project.Yaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A folder with a {@code config.yaml}; or where one was looked for.
 *
 * @param config what it says; null when there is none
 * @param metadataFolder relative to the folder
 * @param metadataFile one file instead of that folder, where the project has it so
 */
record ProjectFolder(
        Path folder,
        @Nullable Tree config,
        String metadataFolder,
        @Nullable String metadataFile) {
    static final String CONFIG = "config.yaml";

    private static final String DEFAULT_METADATA = "metadata";

    /** The folder, or the nearest above it, that holds a project. */
    static ProjectFolder around(Path folder) {
        for (var candidate = folder; candidate != null; candidate = candidate.getParent()) {
            if (Files.isRegularFile(candidate.resolve(CONFIG))) {
                return at(candidate);
            }
        }
        return new ProjectFolder(folder, null, DEFAULT_METADATA, null);
    }

    static ProjectFolder at(Path folder) {
        var file = folder.resolve(CONFIG);
        if (!Files.isRegularFile(file)) {
            return new ProjectFolder(folder, null, DEFAULT_METADATA, null);
        }
        try {
            var config = Yaml.read(file.toString(), Files.readString(file));
            refuseOld(config);
            return new ProjectFolder(folder, config, DEFAULT_METADATA, null);
        } catch (IOException e) {
            throw Failed.files(file + ": cannot be read");
        } catch (ProjectException e) {
            throw Failed.files(e.place() + ": " + e.problem());
        }
    }

    private static void refuseOld(@Nullable Tree config) {
        var version = config == null ? null : config.get("version");
        if (version != null && !version.json().asString().equals("3")) {
            throw new ProjectException(
                    version.place(), "a project of version " + version.json().asString() + "; only 3 is understood");
        }
    }

    ProjectFolder withMetadata(@Nullable String folderName, @Nullable String fileName) {
        return new ProjectFolder(folder, config, folderName == null ? DEFAULT_METADATA : folderName, fileName);
    }

    boolean exists() {
        return config != null || Files.isRegularFile(folder.resolve(CONFIG));
    }

    Path base() {
        return folder;
    }

    Path metadata() {
        return folder.resolve(metadataFolder).normalize();
    }

    /** A key of the configuration, inner ones behind dots; lists as JSON. */
    @Nullable
    String setting(String key) {
        var at = config;
        for (var part : key.split("\\.")) {
            at = at == null ? null : at.get(part);
        }
        if (at == null || at.isNull()) {
            return null;
        }
        var json = at.json();
        var text = json.isContainer() ? Json.write(json) : json.asString();
        return text.isEmpty() ? null : text;
    }
}
