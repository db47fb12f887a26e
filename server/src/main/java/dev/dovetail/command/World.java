package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.catalog.Description;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.SourceConfiguration;
import dev.dovetail.model.Fetched;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import dev.dovetail.sql.RawProbe;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What was read of sources and remote schemas, or why it could not be read. */
record World(SortedMap<SourceName, SourceReading> sources, SortedMap<RemoteSchemaName, RemoteReading> remoteSchemas) {
    static final World EMPTY = new World(new TreeMap<>(), new TreeMap<>());

    /**
     * A catalog, and what it was read for: another configuration or more enum tables need another reading.
     *
     * @param descriptions of native queries, as far as they were asked for
     */
    record SourceReading(
            SourceConfiguration configuration,
            Set<TableName> enumTables,
            Fetched<Catalog> catalog,
            Map<RawProbe, Description> descriptions) {}

    /** @param isProvisional whether the remote has yet to be asked, because it was not waited for */
    record RemoteReading(RemoteSchemaDefinition definition, Fetched<JsonNode> introspection, boolean isProvisional) {
        boolean isToBeAsked() {
            return isProvisional || !(introspection instanceof Fetched.Got);
        }
    }

    Map<SourceName, Catalog> catalogs() {
        var catalogs = new LinkedHashMap<SourceName, Catalog>();
        sources.forEach((name, reading) -> {
            if (reading.catalog() instanceof Fetched.Got<Catalog>(var catalog)) catalogs.put(name, catalog);
        });
        return catalogs;
    }

    Map<SourceName, Fetched<Catalog>> fetchedCatalogs() {
        var fetched = new LinkedHashMap<SourceName, Fetched<Catalog>>();
        sources.forEach((name, reading) -> fetched.put(name, reading.catalog()));
        return fetched;
    }

    Map<SourceName, Map<RawProbe, Description>> descriptions() {
        var described = new LinkedHashMap<SourceName, Map<RawProbe, Description>>();
        sources.forEach((name, reading) -> described.put(name, reading.descriptions()));
        return described;
    }

    Map<RemoteSchemaName, Fetched<JsonNode>> introspections() {
        var fetched = new LinkedHashMap<RemoteSchemaName, Fetched<JsonNode>>();
        remoteSchemas.forEach((name, reading) -> fetched.put(name, reading.introspection()));
        return fetched;
    }

    World with(RemoteSchemaName schema, RemoteReading reading) {
        var changed = new TreeMap<>(remoteSchemas);
        changed.put(schema, reading);
        return new World(sources, changed);
    }

    World with(SourceName source, SourceReading reading) {
        var changed = new TreeMap<>(sources);
        changed.put(source, reading);
        return new World(changed, remoteSchemas);
    }

    Set<SourceName> failedSources() {
        return sources.entrySet().stream()
                .filter(each -> each.getValue().catalog() instanceof Fetched.Missing)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }
}
