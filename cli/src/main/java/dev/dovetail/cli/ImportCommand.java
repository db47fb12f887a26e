package dev.dovetail.cli;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.project.ActionAddition;
import dev.dovetail.metadata.project.ProjectWriter;
import dev.dovetail.openapi.ImportMerge;
import dev.dovetail.openapi.Imported;
import dev.dovetail.openapi.OpenApiImport;
import dev.dovetail.openapi.Wishes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the operations of a REST service as actions into the project. No server is asked. */
final class ImportCommand {
    /** Only these hold what an import makes. */
    private static final List<String> FILES = List.of("actions.graphql", "actions.yaml");

    private ImportCommand() {}

    static int run(Invocation in) {
        var imported = imported(in);
        imported.remarks().forEach(in::warn);
        var output = Output.of(in.option("--output"));
        if (output != null) {
            var shown = Json.object();
            shown.putArray("actions").addAll(imported.actions());
            shown.set("custom_types", imported.types());
            in.print(output.text(shown));
            return Exit.DONE;
        }
        write(in, imported);
        in.say(imported.actions().size() + " actions imported. Next: \"dovetail metadata apply\"");
        return Exit.DONE;
    }

    private static void write(Invocation in, Imported imported) {
        var project = in.settings().project();
        if (project.metadataFile() != null) {
            throw Failed.files("this project keeps its metadata in one file; --output prints what to put there");
        }
        var metadata = MetadataCodec.decode(in.local().project().metadata(), Path.ROOT);
        try {
            var merged = ImportMerge.into(metadata, imported, in.flag("--replace"));
            if (in.flag("--replace")) {
                var files = ProjectWriter.write(MetadataCodec.encode(merged));
                FILES.forEach(
                        file -> FolderWriter.replace(project.metadata().resolve(file), files.getOrDefault(file, "")));
                return;
            }
            var there =
                    LocalMetadata.files(project.metadata(), in.surroundings().folder());
            var fresh = fresh(imported.types(), in.local().project().metadata().path("custom_types"));
            ActionAddition.to(there, imported.actions(), fresh)
                    .forEach((file, text) ->
                            FolderWriter.replace(project.metadata().resolve(file), text));
        } catch (IllegalArgumentException e) {
            throw Failed.files(e.getMessage() + "; --replace replaces what is there");
        }
    }

    /** Those of the types that are not there yet. */
    private static ObjectNode fresh(ObjectNode types, JsonNode there) {
        var names = there.valueStream()
                .flatMap(JsonNode::valueStream)
                .map(type -> type.path("name").asString(""))
                .collect(Collectors.toSet());
        var fresh = Json.object();
        types.properties()
                .forEach(kind -> kind.getValue().forEach(type -> {
                    if (!names.contains(type.path("name").asString(""))) {
                        fresh.withArrayProperty(kind.getKey()).add(type);
                    }
                }));
        return fresh;
    }

    private static Imported imported(Invocation in) {
        var file = in.path(in.arguments().getFirst());
        var shown = LocalMetadata.shown(file, in.surroundings().folder());
        try {
            return OpenApiImport.of(Files.readString(file), wishes(in));
        } catch (IOException e) {
            throw Failed.files(shown + ": cannot be read");
        } catch (IllegalArgumentException e) {
            throw Failed.files(shown + ": " + e.getMessage());
        }
    }

    private static Wishes wishes(Invocation in) {
        var prefix = in.option("--prefix");
        return new Wishes(
                in.option("--base-url"),
                words(in.option("--only")),
                prefix == null ? "" : prefix,
                headers(in.option("--header")),
                in.flag("--forward-client-headers"));
    }

    private static Set<String> words(@Nullable String list) {
        return list == null ? Set.of() : new LinkedHashSet<>(Arrays.asList(list.split(",")));
    }

    private static SequencedMap<String, String> headers(@Nullable String list) {
        var headers = new LinkedHashMap<String, String>();
        for (var word : words(list)) {
            var parts = word.split(":", 2);
            if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw Failed.usage("--header " + word + ": expected NAME:VARIABLE");
            }
            headers.put(parts[0].strip(), parts[1].strip());
        }
        return headers;
    }
}
