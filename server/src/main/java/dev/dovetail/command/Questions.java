package dev.dovetail.command;

import static dev.dovetail.command.Refusals.notExists;
import static dev.dovetail.command.Refusals.quoted;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.NameCodec;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.RawLists;
import dev.dovetail.model.Fetched;
import dev.dovetail.name.RemoteSchemaName;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The commands that only read. */
final class Questions {
    private Questions() {}

    static Question export(JsonNode args, Path path) {
        return Questions::exported;
    }

    static Question exportWithVersion(JsonNode args, Path path) {
        return state -> {
            var answer = Json.object().put("resource_version", state.version());
            answer.set("metadata", exported(state));
            return answer;
        };
    }

    /** Cron triggers may ask to be left out. */
    private static ObjectNode exported(State state) {
        var metadata = state.metadata();
        for (var trigger : RawLists.CRON_TRIGGERS.elements(metadata)) {
            if (!trigger.path("include_in_metadata").asBoolean(true)) {
                metadata = RawLists.CRON_TRIGGERS.remove(
                        metadata, trigger.path("name").asString(""));
            }
        }
        return MetadataCodec.encode(metadata);
    }

    static Question inconsistencies(JsonNode args, Path path) {
        return state -> Out.object()
                .put("inconsistent_objects", Answers.faults(state.built().inconsistencies()))
                .put("is_consistent", (Boolean) state.built().inconsistencies().isEmpty())
                .done();
    }

    static Question cronTriggers(JsonNode args, Path path) {
        return state -> Out.object()
                .fullList("cron_triggers", RawLists.CRON_TRIGGERS.elements(state.metadata()), each -> each)
                .done();
    }

    static Question introspectRemoteSchema(JsonNode args, Path path) {
        var name = Fields.of("RemoteSchemaNameQuery", args, path).required("name", NameCodec::remoteSchema);
        return state -> {
            var reading = state.world().remoteSchemas().get(name);
            return switch (reading == null ? null : reading.introspection()) {
                case Fetched.Got<JsonNode>(var answer) -> answer;
                case Fetched.Stale<JsonNode>(var answer, var _) -> answer;
                case Fetched.Missing<JsonNode> _ -> throw notFound(name);
                case null -> throw notFound(name);
            };
        };
    }

    private static ApiException notFound(RemoteSchemaName name) {
        return notExists("remote schema: " + quoted(name) + " not found");
    }

    /** Every table and view of a source, tracked or not. */
    static Question sourceTables(JsonNode args, Path path) {
        var source = Fields.of("GetSourceTables", args, path).required("source", NameCodec::source);
        return state -> {
            Lookup.source(state.metadata(), source);
            var catalog = state.world().catalogs().get(source);
            if (catalog == null) throw notExists("source with name " + quoted(source) + " is inconsistent");
            return Out.array(List.copyOf(catalog.tables().keySet()), NameCodec::encode);
        };
    }
}
