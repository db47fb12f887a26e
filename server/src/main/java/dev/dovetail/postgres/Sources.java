package dev.dovetail.postgres;

import dev.dovetail.command.SourceConnector;
import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Databases;
import dev.dovetail.metadata.SourceMetadata;
import dev.dovetail.name.SourceName;
import io.vertx.core.Vertx;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The open databases by source. Reading never waits for a reconcile. */
public final class Sources implements Databases, SourceConnector, AutoCloseable {
    private final Vertx vertx;
    private final SourceUrls urls;
    private volatile Map<SourceName, PgDatabase> open = Map.of();

    /** @param environment a variable's value, or null when it is not set */
    public Sources(Vertx vertx, Function<String, @Nullable String> environment) {
        this(vertx, environment, PoolSettings.DEFAULT);
    }

    /** @param defaults hold where a source's own configuration says nothing */
    public Sources(Vertx vertx, Function<String, @Nullable String> environment, PoolSettings defaults) {
        this.vertx = vertx;
        this.urls = new SourceUrls(environment, defaults);
    }

    @Override
    public PgDatabase of(SourceName source) {
        var database = open.get(source);
        if (database == null) {
            throw new ApiException(ErrorCode.UNAVAILABLE, Path.ROOT, "source \"" + source + "\" is not connected");
        }
        return database;
    }

    @Override
    public synchronized Map<SourceName, String> reconcile(List<SourceMetadata> sources) {
        var reasons = new LinkedHashMap<SourceName, String>();
        var next = new LinkedHashMap<SourceName, PgDatabase>();
        for (var source : sources) {
            if (!source.isPostgres()) {
                continue;
            }
            try {
                next.put(source.name(), keepOrOpen(source));
            } catch (ApiException unusable) {
                reasons.put(source.name(), reason(unusable));
            }
        }
        var before = open;
        open = next;
        for (var database : before.values()) {
            if (!next.containsValue(database)) {
                database.retire();
            }
        }
        return reasons;
    }

    /** At once: for the end of the process, after requests have drained. */
    @Override
    public synchronized void close() {
        var before = open;
        open = Map.of();
        before.values().forEach(PgDatabase::close);
    }

    private PgDatabase keepOrOpen(SourceMetadata source) {
        var url = urls.resolve(source.configuration().connectionInfo());
        var present = open.get(source.name());
        return present != null && present.url().equals(url) ? present : new PgDatabase(vertx, url);
    }

    private static String reason(ApiException unusable) {
        return unusable.failure() instanceof Failure.Own own ? own.message() : String.valueOf(unusable.getMessage());
    }
}
