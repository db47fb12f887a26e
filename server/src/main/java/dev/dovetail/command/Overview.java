package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.CustomTypes;
import dev.dovetail.metadata.Fields;
import dev.dovetail.metadata.Out;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.model.Fetched;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How much there is of everything, and what of it is not well: the first thing somebody wants to see. */
final class Overview {
    private Overview() {}

    static Question decode(JsonNode args, Path path) {
        Fields.of("GetOverview", args, path);
        return Overview::answer;
    }

    private static JsonNode answer(State state) {
        var metadata = state.metadata();
        var faults = state.built().inconsistencies();
        var answer = Out.object()
                .fullList("sources", metadata.sources(), each -> source(each, state))
                .put("actions", (Integer) metadata.actions().size())
                .put("custom_types", (Integer) size(metadata.customTypes()))
                .put("remote_schemas", (Integer) metadata.remoteSchemas().size())
                .put("roles", (Integer) Roles.of(metadata).size())
                .put("inconsistencies", (Integer) faults.size())
                .fullList("warnings", state.built().warnings(), Answers::warning)
                .done();
        return Window.version(state).setAll(answer);
    }

    private static int size(CustomTypes types) {
        return types.scalars().size()
                + types.enums().size()
                + types.inputObjects().size()
                + types.objects().size()
                + types.abstracts().interfaces().size()
                + types.abstracts().unions().size();
    }

    private static JsonNode source(SourceMetadata source, State state) {
        var reading = state.world().sources().get(source.name());
        return switch (reading == null ? null : reading.catalog()) {
            case Fetched.Got<Catalog>(var catalog) ->
                counts(source, catalog).put("connected", (Boolean) true).done();
            case Fetched.Stale<Catalog>(var catalog, var reason) ->
                counts(source, catalog)
                        .put("connected", (Boolean) false)
                        .put("reason", reason)
                        .done();
            case Fetched.Missing<Catalog>(var reason) ->
                counts(source, null)
                        .put("connected", (Boolean) false)
                        .put("reason", reason)
                        .done();
            case null -> counts(source, null).put("connected", (Boolean) false).done();
        };
    }

    private static Out counts(SourceMetadata source, @Nullable Catalog catalog) {
        return Out.object()
                .put("name", source.name().value())
                .put("kind", source.kind())
                .put("database_version", catalog == null ? null : catalog.serverVersion())
                .put("tables", (Integer) TableList.size(catalog))
                .put("tracked_tables", (Integer) source.tables().size())
                .put("functions", (Integer) source.functions().size())
                .put("native_queries", (Integer) source.nativeQueries().size());
    }
}
