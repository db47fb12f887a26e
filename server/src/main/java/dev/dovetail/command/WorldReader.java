package dev.dovetail.command;

import dev.dovetail.catalog.Catalog;
import dev.dovetail.command.World.RemoteReading;
import dev.dovetail.command.World.SourceReading;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.Failure;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.metadata.TableMetadata;
import dev.dovetail.model.Fetched;
import dev.dovetail.model.NativeCode;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.name.TableName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Reads what a metadata needs of the world. What was read before for the same configuration is taken over unless it is
 * asked for again; the rest is read side by side, so that a start with many slow sources takes as long as one.
 */
final class WorldReader {
    private final CatalogReader catalogs;
    private final QueryProber prober;
    private final SourceConnector connector;
    private final RemoteReader remotes;

    WorldReader(CatalogReader catalogs, QueryProber prober, SourceConnector connector, RemoteReader remotes) {
        this.catalogs = catalogs;
        this.prober = prober;
        this.connector = connector;
        this.remotes = remotes;
    }

    /** @param again what is not to be taken over */
    record Again(Set<SourceName> sources, Set<RemoteSchemaName> remoteSchemas) {
        static final Again NOTHING = new Again(Set.of(), Set.of());
    }

    World read(Metadata metadata, World before, Again again) {
        return read(metadata, before, again, connect(metadata));
    }

    /** Opens what the metadata needs, quickly, and says what cannot be opened. */
    Map<SourceName, String> connect(Metadata metadata) {
        return connector.reconcile(postgres(metadata));
    }

    /** As above, for a metadata that has been connected; touches no pool, so it needs no turn. */
    World read(Metadata metadata, World before, Again again, Map<SourceName, String> unusable) {
        return read(metadata, before, again, unusable, (schema, _) -> remote(schema, before, again.remoteSchemas()));
    }

    /** Reads all sources anew, and waits for no remote schema. */
    World readWithoutRemotes(Metadata metadata) {
        return read(metadata, World.EMPTY, Again.NOTHING, connect(metadata), remotes::glance);
    }

    private interface RemoteReadings {
        Callable<RemoteReading> of(RemoteSchemaMetadata schema, ExecutorService threads);
    }

    private World read(
            Metadata metadata,
            World before,
            Again again,
            Map<SourceName, String> unusable,
            RemoteReadings remoteReadings) {
        var sources = postgres(metadata);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readings = new TreeMap<SourceName, Future<SourceReading>>();
            for (var source : sources) {
                readings.put(source.name(), threads.submit(source(source, unusable, before, again.sources())));
            }
            var schemas = new TreeMap<RemoteSchemaName, Future<RemoteReading>>();
            for (var schema : metadata.remoteSchemas()) {
                schemas.put(schema.name(), threads.submit(remoteReadings.of(schema, threads)));
            }
            return new World(settled(readings), settled(schemas));
        }
    }

    private static <K, V> TreeMap<K, V> settled(Map<K, Future<V>> readings) {
        var settled = new TreeMap<K, V>();
        for (var entry : readings.entrySet()) {
            try {
                settled.put(entry.getKey(), entry.getValue().get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading catalogs", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        return settled;
    }

    private Callable<SourceReading> source(
            SourceMetadata source, Map<SourceName, String> unusable, World before, Set<SourceName> again) {
        var enums = enumTables(source);
        var known = before.sources().get(source.name());
        if (known != null
                && !again.contains(source.name())
                && known.configuration().equals(source.configuration())
                && known.enumTables().containsAll(enums)) {
            var taken = known;
            return () -> described(source, taken);
        }
        var reason = unusable.get(source.name());
        return () -> described(
                source,
                new SourceReading(
                        source.configuration(),
                        enums,
                        reason == null
                                ? attempt(() -> catalogs.read(source.name(), enums))
                                : new Fetched.Missing<>(reason),
                        Map.of()));
    }

    /** Asks about native queries that nothing is known of yet. */
    private SourceReading described(SourceMetadata source, SourceReading reading) {
        if (source.nativeQueries().isEmpty() || !(reading.catalog() instanceof Fetched.Got<Catalog>(var catalog))) {
            return reading;
        }
        var probes = NativeCode.probes(source, catalog);
        var known = new LinkedHashMap<>(reading.descriptions());
        known.keySet().retainAll(probes);
        probes.removeAll(known.keySet());
        known.putAll(prober.describe(source.name(), probes));
        return new SourceReading(reading.configuration(), reading.enumTables(), reading.catalog(), known);
    }

    private Callable<RemoteReading> remote(RemoteSchemaMetadata schema, World before, Set<RemoteSchemaName> again) {
        var known = before.remoteSchemas().get(schema.name());
        var usable = known != null
                && !again.contains(schema.name())
                && known.definition().equals(schema.definition());
        if (usable) return () -> known;
        return () -> remotes.ask(schema);
    }

    private static <T> Fetched<T> attempt(Supplier<T> read) {
        try {
            return new Fetched.Got<>(read.get());
        } catch (ApiException refusal) {
            return new Fetched.Missing<>(reason(refusal.failures()));
        }
    }

    static String reason(List<Failure> failures) {
        return failures.stream().map(WorldReader::reason).collect(Collectors.joining("; "));
    }

    private static String reason(Failure failure) {
        return switch (failure) {
            case Failure.Own own -> own.message();
            case Failure.Handler handler -> handler.message();
            case Failure.Upstream upstream -> upstream.errors().toString();
            case Failure.Partial partial -> reason(partial.cause());
        };
    }

    static List<SourceMetadata> postgres(Metadata metadata) {
        return metadata.sources().stream().filter(SourceMetadata::isPostgres).toList();
    }

    static Set<TableName> enumTables(SourceMetadata source) {
        return source.tables().stream()
                .filter(TableMetadata::isEnum)
                .map(TableMetadata::table)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A catalog read elsewhere, in an open transaction. Of native queries is known what was known before: they are
     * asked about on a connection that does not see the transaction.
     */
    static SourceReading reading(SourceMetadata source, Catalog catalog, World before) {
        var known = before.sources().get(source.name());
        return new SourceReading(
                source.configuration(),
                enumTables(source),
                new Fetched.Got<>(catalog),
                known == null ? Map.of() : known.descriptions());
    }
}
