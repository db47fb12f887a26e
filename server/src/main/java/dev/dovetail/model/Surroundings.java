package dev.dovetail.model;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.Description;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.sql.RawProbe;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the metadata is resolved against.
 *
 * @param introspections of remote schemas: the whole answers
 * @param descriptions of what native queries answer; those that nobody asked for are taken as they are
 * @param environment the value of an environment variable, or null
 */
public record Surroundings(
        Map<SourceName, Fetched<Catalog>> catalogs,
        Map<RemoteSchemaName, Fetched<JsonNode>> introspections,
        Map<SourceName, Map<RawProbe, Description>> descriptions,
        Function<String, @Nullable String> environment,
        Openness openness) {
    public Surroundings(
            Map<SourceName, Fetched<Catalog>> catalogs,
            Map<RemoteSchemaName, Fetched<JsonNode>> introspections,
            Function<String, @Nullable String> environment,
            Openness openness) {
        this(catalogs, introspections, Map.of(), environment, openness);
    }
}
