package dev.dovetail.app;

import dev.dovetail.command.MetadataStore;
import dev.dovetail.embedded.EmbeddedPostgres;
import dev.dovetail.embedded.EmbeddedPostgresException;
import dev.dovetail.error.ApiException;
import dev.dovetail.postgres.ConnectionUrl;
import dev.dovetail.postgres.PoolSettings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the databases are.
 *
 * @param source the source {@code default} of a server whose metadata are still empty; null for none
 * @param environment what metadata may refer to by name
 * @param own the Postgres we started ourselves; null when we were given one
 */
record Places(
        String metadataUrl,
        DatabaseOptions.@Nullable Source source,
        Map<String, String> environment,
        @Nullable EmbeddedPostgres own)
        implements AutoCloseable {

    private static final int METADATA_CONNECTIONS = 5;
    private static final String METADATA_DATABASE = "dovetail_metadata";
    private static final String DATABASE = "dovetail";

    /** Starts a Postgres when no database is named, which takes a moment. */
    static Places of(DatabaseOptions options, Map<String, String> environment) {
        var source = options.database();
        var metadata = options.metadata() != null ? options.metadata() : source == null ? null : source.url();
        try {
            return metadata == null ? embedded(options, environment) : new Places(metadata, source, environment, null);
        } catch (EmbeddedPostgresException failure) {
            throw new FatalException(String.valueOf(failure.getMessage()), failure);
        }
    }

    /** The metadata refer to the url by the variable's name, because the port may be another one next time. */
    private static Places embedded(DatabaseOptions options, Map<String, String> environment) {
        var own = EmbeddedPostgres.start(Path.of(options.home(), "postgres"));
        own.createDatabase(METADATA_DATABASE);
        own.createDatabase(DATABASE);
        var url = own.url(DATABASE);
        var extended = new LinkedHashMap<>(environment);
        extended.put(DatabaseOptions.URL_VARIABLE, url);
        return new Places(own.url(METADATA_DATABASE), new DatabaseOptions.Source(url, true), extended, own);
    }

    /** Few connections: the metadata API, the look for changes and the log of asynchronous actions use them. */
    ConnectionUrl metadataConnection() {
        try {
            return ConnectionUrl.parse(metadataUrl, PoolSettings.DEFAULT.withMaxConnections(METADATA_CONNECTIONS));
        } catch (ApiException unusable) {
            throw new FatalException("the metadata database's url cannot be used: " + unusable.getMessage(), unusable);
        }
    }

    /** The store, which gets the default source if there is to be one. */
    MetadataStore seeded(MetadataStore store, DatabaseOptions options) {
        return source == null ? store : new SeededStore(store, DefaultSource.metadata(source, options));
    }

    /** Stops the Postgres we started. */
    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
    }

    /** Without passwords. */
    @Override
    public String toString() {
        return "Places[" + (own == null ? "given" : "embedded") + "]";
    }
}
