package dev.dovetail.command;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.ObjectId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Decodes {@code track_tables} and {@code untrack_tables}. */
final class TableLists {
    private TableLists() {}

    static Request.Tables track(JsonNode args, Path path) {
        var fields = Fields.of("TrackTables", args, path);
        var tables = fields.requiredList("tables", (each, at) -> {
            var command = TableCommands.Track.decode(each, at);
            return new Request.Tables.Table(
                    new ObjectId.Table(command.source(), command.table().table()), command);
        });
        return new Request.Tables(
                path, unique(tables, fields), "track-table-failed", "track", fields.flag("allow_warnings", true));
    }

    static Request.Tables untrack(JsonNode args, Path path) {
        var fields = Fields.of("UntrackTables", args, path);
        var tables = fields.requiredList("tables", (each, at) -> {
            var command = TableCommands.Untrack.decode(each, at);
            return new Request.Tables.Table(new ObjectId.Table(command.source(), command.table()), command);
        });
        return new Request.Tables(
                path, unique(tables, fields), "untrack-table-failed", "untrack", fields.flag("allow_warnings", true));
    }

    private static List<Request.Tables.Table> unique(List<Request.Tables.Table> tables, Fields fields) {
        var seen = new LinkedHashSet<ObjectId>();
        Set<String> twice = new LinkedHashSet<>();
        for (var each : tables) {
            if (!seen.add(each.id()))
                twice.add(each.id().source() + "." + each.id().table());
        }
        if (twice.isEmpty()) return tables;
        throw new ApiException(
                ErrorCode.BAD_REQUEST,
                fields.path("tables"),
                "The following tables occur more than once in the request: "
                        + twice.stream().sorted().collect(Collectors.joining(", ")));
    }
}
