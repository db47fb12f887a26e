package dev.dovetail.command;

import dev.dovetail.command.World.RemoteReading;
import dev.dovetail.command.WorldReader.Again;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.metadata.Metadata;
import dev.dovetail.metadata.MetadataCodec;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.model.Openness;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.snapshot.Snapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The only writer of what is served. A change is: apply → read what it needs of the world → build → refuse what it
 * broke → save if nobody else has → serve. One at a time in this process; between processes the store's version
 * decides.
 */
public final class Changes {
    private final MetadataStore store;
    private final SourceConnector connector;
    private final Introspections introspections;
    private final RemoteReader remotes;
    private final WorldReader reader;
    private final Workshop workshop;
    private final ReentrantLock turn = new ReentrantLock();
    private final Set<SourceName> stale = ConcurrentHashMap.newKeySet();
    private final Set<RemoteSchemaName> asked = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean healing = new AtomicBoolean();
    private volatile @Nullable State state;

    /**
     * @param environment the value of an environment variable, or null
     * @param openness what every role sees without a permission
     */
    public Changes(
            Ports ports, Snapshots snapshots, Function<String, @Nullable String> environment, Openness openness) {
        this(ports, new ModelWorkshop(snapshots, environment, openness));
    }

    Changes(Ports ports, Workshop workshop) {
        this.store = ports.store();
        this.connector = ports.connector();
        this.introspections = new Introspections(ports.introspections());
        this.remotes = new RemoteReader(ports.introspector(), introspections);
        this.reader = new WorldReader(ports.catalogs(), ports.prober(), ports.connector(), remotes);
        this.workshop = workshop;
    }

    /** Whether metadata has been loaded and is served. */
    public boolean isReady() {
        return state != null;
    }

    /**
     * Loads, builds and serves the stored metadata.
     *
     * @throws ApiException with code {@code unavailable} when the store cannot be reached; {@link #heal} tries again
     */
    public void start() {
        turn.lock();
        try {
            current();
        } finally {
            turn.unlock();
        }
    }

    /**
     * Takes over what another instance has saved; cheap when there is nothing. Does nothing while a change is under
     * way, because that looks for itself.
     *
     * @throws ApiException with code {@code unavailable} when the store cannot be reached
     */
    public void look() {
        var known = state;
        if (known != null && known.version() == store.version()) return;
        if (!turn.tryLock()) return;
        try {
            current();
        } finally {
            turn.unlock();
        }
    }

    /** Reads again what could not be read or was not waited for, and serves what came of it. */
    public void heal() {
        cures().forEach(Runnable::run);
    }

    /**
     * What {@link #heal} consists of, without what is under way already. Each may take long, holds nobody up, and may
     * run on a thread of its own; nothing to do means that all could be read.
     */
    public List<Runnable> cures() {
        var before = state;
        if (before == null) return List.of();
        var cures = new ArrayList<Runnable>();
        if (!before.world().failedSources().isEmpty() && !healing.get()) cures.add(this::healSources);
        cures.addAll(questions(before, RemoteReading::isToBeAsked));
        return cures;
    }

    /** As {@link #cures}, only for what was not waited for: there is no reason to wait any longer. */
    public List<Runnable> questions() {
        var before = state;
        return before == null ? List.of() : questions(before, RemoteReading::isProvisional);
    }

    private List<Runnable> questions(State before, Predicate<RemoteReading> wanted) {
        var readings = before.world().remoteSchemas();
        return before.metadata().remoteSchemas().stream()
                .filter(schema -> {
                    var reading = readings.get(schema.name());
                    return reading != null && wanted.test(reading) && !asked.contains(schema.name());
                })
                .<Runnable>map(schema -> () -> heal(schema))
                .toList();
    }

    /** If the metadata changed while sources were read, the result is thrown away. */
    private void healSources() {
        if (!healing.compareAndSet(false, true)) return;
        try {
            readSources();
        } finally {
            healing.set(false);
        }
    }

    private void readSources() {
        var before = state;
        if (before == null || !turn.tryLock()) return;
        Map<SourceName, String> unusable;
        try {
            if (state != before) return;
            unusable = reader.connect(before.metadata());
        } finally {
            turn.unlock();
        }
        var again = new Again(before.world().failedSources(), Set.of());
        var world = reader.read(before.metadata(), before.world(), again, unusable);
        serve(now -> now == before ? world : now.world());
    }

    /** The answer counts as long as the remote is to be asked in the same way. */
    private void heal(RemoteSchemaMetadata schema) {
        if (!asked.add(schema.name())) return;
        try {
            var reading = remotes.ask(schema);
            serve(now -> now.metadata()
                            .remoteSchema(schema.name())
                            .filter(each -> each.definition().equals(schema.definition()))
                            .isPresent()
                    ? now.world().with(schema.name(), reading)
                    : now.world());
        } finally {
            asked.remove(schema.name());
        }
    }

    private void serve(Function<State, World> change) {
        turn.lock();
        try {
            var now = state;
            if (now == null) return;
            var world = change.apply(now);
            if (world.equals(now.world())) return;
            serve(new State(now.metadata(), now.version(), world, workshop.build(now.metadata(), world)));
        } finally {
            turn.unlock();
        }
    }

    /** Whether something of the metadata in force cannot be served. */
    public boolean isInconsistent() {
        var known = state;
        return known != null && !known.built().inconsistencies().isEmpty();
    }

    /** The state in force, for reading. */
    State read() {
        var known = state;
        if (known != null && known.version() == store.version()) return known;
        turn.lock();
        try {
            return current();
        } finally {
            turn.unlock();
        }
    }

    void markStale(SourceName source) {
        stale.add(source);
    }

    /** Lets the work change a draft, and if it returns, saves and serves what came of it. */
    <T> T change(@Nullable Long expectedVersion, Function<Draft, T> work) {
        turn.lock();
        try {
            var before = current();
            if (expectedVersion != null && expectedVersion != before.version()) {
                throw new ApiException(
                        ErrorCode.CONFLICT,
                        Path.ROOT,
                        "metadata resource version referenced (" + expectedVersion + ") did not match current version");
            }
            var claimed = Set.copyOf(stale);
            stale.removeAll(claimed);
            var draft = new Draft(before, claimed, reader, workshop);
            try {
                var answer = work.apply(draft);
                var after = draft.state();
                if (after != before) {
                    var version = store.save(MetadataCodec.encode(after.metadata()), before.version());
                    serve(new State(after.metadata(), version, after.world(), after.built()));
                }
                stale.addAll(draft.stale());
                return answer;
            } catch (RuntimeException failure) {
                stale.addAll(claimed);
                stale.addAll(draft.stale());
                stale.addAll(draft.changedBySql());
                connector.reconcile(WorldReader.postgres(before.metadata()));
                throw failure;
            }
        } finally {
            turn.unlock();
        }
    }

    /** The state of the store's version, loaded when it is not the one known. */
    private State current() {
        var known = state;
        if (known != null && known.version() == store.version()) return known;
        var stored = store.load();
        var metadata = decode(stored);
        introspections.load();
        var world = reader.readWithoutRemotes(metadata);
        var loaded = new State(metadata, stored.version(), world, workshop.build(metadata, world));
        serve(loaded);
        return loaded;
    }

    private static Metadata decode(MetadataStore.Stored stored) {
        return MetadataCodec.decode(stored.metadata(), Path.ROOT);
    }

    private void serve(State next) {
        next.built().publish(next.version());
        state = next;
        introspections.keep(next.world());
    }
}
