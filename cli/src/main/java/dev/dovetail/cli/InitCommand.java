package dev.dovetail.cli;

import dev.dovetail.json.Json;
import dev.dovetail.metadata.project.ProjectWriter;
import dev.dovetail.metadata.project.Yaml;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes an empty project. */
final class InitCommand {
    private InitCommand() {}

    static int run(Invocation in) {
        var version = in.option("--version");
        if (version != null && !version.equals("3")) {
            throw Failed.usage("--version " + version + ": projects are of version 3");
        }
        var folder = in.path(in.arguments().isEmpty() ? "." : in.arguments().getFirst());
        var shown = LocalMetadata.shown(folder, in.surroundings().folder());
        if (Files.exists(folder.resolve(ProjectFolder.CONFIG))) {
            throw Failed.files(shown + " is a project already: it has a " + ProjectFolder.CONFIG);
        }
        if (Files.exists(folder.resolve("metadata"))) {
            throw Failed.files(shown + " has a folder metadata already, which a new project would overwrite");
        }
        create(in, folder);
        in.say("The project is in " + shown
                + ". Next: \"dovetail metadata export\" there brings the server's metadata");
        return Exit.DONE;
    }

    private static void create(Invocation in, Path folder) {
        new FolderWriter(folder.resolve("metadata")).write(ProjectWriter.write(Json.object()));
        try {
            Files.createDirectories(folder.resolve("migrations"));
            Files.createDirectories(folder.resolve("seeds"));
        } catch (IOException e) {
            throw Failed.files(folder + ": cannot be written: " + e);
        }
        FolderWriter.replace(folder.resolve(ProjectFolder.CONFIG), config(in));
    }

    /** The keys in the reference's order. */
    private static String config(Invocation in) {
        var endpoint = in.option("--endpoint");
        var config = Json.object().put("version", 3);
        config.put("endpoint", endpoint == null ? "http://localhost:8080" : checked(endpoint));
        var secret = in.option("--admin-secret");
        if (secret != null) {
            config.put("admin_secret", secret);
        }
        config.put("metadata_directory", "metadata");
        config.putObject("actions").put("kind", "synchronous").put("handler_webhook_baseurl", "http://localhost:3000");
        return Yaml.write(config);
    }

    private static String checked(String endpoint) {
        try {
            if (URI.create(endpoint).getHost() != null) {
                return endpoint;
            }
        } catch (IllegalArgumentException ignored) {
            // Said below.
        }
        throw Failed.usage("the endpoint \"" + endpoint + "\" is no address like http://localhost:8080");
    }
}
