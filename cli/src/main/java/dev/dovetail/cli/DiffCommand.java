package dev.dovetail.cli;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.project.ProjectWriter;
import java.util.TreeSet;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows what {@code apply} would change: lines with a minus are the server's, those with a plus the project's. Both are
 * brought into the same normal form first, so that order, comments and layout of the files make no difference.
 */
final class DiffCommand {
    private static final String NONE = "zero differences found";

    private DiffCommand() {}

    static int run(Invocation in) {
        var folders = in.arguments();
        var local = folders.isEmpty()
                ? in.local()
                : LocalMetadata.folder(
                        in.path(folders.getFirst()), in.surroundings().folder());
        var ours = normal(local.project().metadata());
        var theirs = normal(
                folders.size() < 2
                        ? in.server().export()
                        : LocalMetadata.folder(
                                        in.path(folders.get(1)),
                                        in.surroundings().folder())
                                .project()
                                .metadata());
        var fromName = folders.size() < 2 ? "server" : folders.get(1);
        var toName = folders.isEmpty() ? "project" : folders.getFirst();
        var diff = switch (in.option("--type")) {
            case null -> files(fromName, theirs, toName, ours);
            case "json" -> whole(Output.JSON, fromName, theirs, toName, ours, LineDiff.CONTEXT);
            case "yaml" -> whole(Output.YAML, fromName, theirs, toName, ours, LineDiff.CONTEXT);
            case "unified-json" -> whole(Output.JSON, fromName, theirs, toName, ours, Integer.MAX_VALUE / 2);
            case "unified-yaml" -> whole(Output.YAML, fromName, theirs, toName, ours, Integer.MAX_VALUE / 2);
            case String other ->
                throw Failed.usage("--type " + other + ": expected json, yaml, unified-json or unified-yaml");
        };
        if (diff.isEmpty()) {
            in.say(NONE);
        }
        in.print(in.colours() ? LineDiff.coloured(diff) : diff);
        return in.flag("--exit-code") && !diff.isEmpty() ? Exit.REFUSED : Exit.DONE;
    }

    private static String whole(
            Output form, String fromName, ObjectNode from, String toName, ObjectNode to, int context) {
        return LineDiff.of(fromName, form.text(from), toName, form.text(to), context);
    }

    private static String files(String fromName, ObjectNode from, String toName, ObjectNode to) {
        var before = ProjectWriter.write(from);
        var after = ProjectWriter.write(to);
        var names = new TreeSet<>(before.keySet());
        names.addAll(after.keySet());
        var diff = new StringBuilder();
        for (var name : names) {
            diff.append(LineDiff.of(
                    fromName + "/" + name,
                    before.getOrDefault(name, ""),
                    toName + "/" + name,
                    after.getOrDefault(name, ""),
                    LineDiff.CONTEXT));
        }
        return diff.toString();
    }

    /** Metadata that cannot be understood is compared as it is. */
    private static ObjectNode normal(ObjectNode metadata) {
        try {
            return MetadataCodec.encode(MetadataCodec.decode(metadata, Path.ROOT));
        } catch (ApiException e) {
            return metadata;
        }
    }
}
