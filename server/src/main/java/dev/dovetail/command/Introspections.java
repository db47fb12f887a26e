package dev.dovetail.command;

import dev.dovetail.command.IntrospectionStore.Kept;
import dev.dovetail.command.World.RemoteReading;
import dev.dovetail.metadata.RemoteSchemaMetadata;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.model.Fetched;
import dev.dovetail.name.RemoteSchemaName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What remote schemas said of themselves when they were asked last: in memory, and in the store for the next start. */
final class Introspections {
    private final IntrospectionStore store;
    private final Map<RemoteSchemaName, Kept> kept = new ConcurrentHashMap<>();

    Introspections(IntrospectionStore store) {
        this.store = store;
    }

    /** Takes over what others have kept meanwhile. */
    void load() {
        kept.putAll(store.load());
    }

    /** Nothing when it was asked at another address. */
    Optional<JsonNode> last(RemoteSchemaMetadata schema) {
        return last(schema.name(), schema.definition().url());
    }

    private Optional<JsonNode> last(RemoteSchemaName name, UrlConf url) {
        @Nullable Kept known = kept.get(name);
        return known != null && known.url().equals(url) ? Optional.of(known.answer()) : Optional.empty();
    }

    /** Keeps what is new in a world that is served now. */
    void keep(World world) {
        var fresh = new HashMap<RemoteSchemaName, Kept>();
        world.remoteSchemas().forEach((name, reading) -> fresh(reading).ifPresent(each -> fresh.put(name, each)));
        fresh.forEach((name, each) -> {
            if (!each.equals(kept.put(name, each))) {
                store.save(name, each);
            }
        });
        if (kept.keySet().retainAll(world.remoteSchemas().keySet())) {
            store.keepOnly(world.remoteSchemas().keySet());
        }
    }

    private static Optional<Kept> fresh(RemoteReading reading) {
        return reading.introspection() instanceof Fetched.Got<JsonNode>(var answer) && !reading.isProvisional()
                ? Optional.of(new Kept(reading.definition().url(), answer))
                : Optional.empty();
    }
}
