package dev.dovetail.app;

import dev.dovetail.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** The source {@code default} as metadata write it. */
final class DefaultSource {
    private DefaultSource() {}

    static ObjectNode metadata(DatabaseOptions.Source source, DatabaseOptions options) {
        var metadata = Json.object();
        metadata.put("name", "default");
        metadata.put("kind", "postgres");
        metadata.putArray("tables");
        var info = metadata.putObject("configuration").putObject("connection_info");
        if (source.inVariable()) {
            info.putObject("database_url").put("from_env", DatabaseOptions.URL_VARIABLE);
        } else {
            info.put("database_url", source.url());
        }
        info.put("isolation_level", options.isolation());
        var pool = info.putObject("pool_settings");
        var lifetime = options.lifetime();
        pool.put("connection_lifetime", lifetime == null ? 0 : lifetime.toSeconds());
        pool.put("idle_timeout", options.idle().toSeconds());
        pool.put("max_connections", options.connections());
        if (!options.poolWait().equals(DatabaseOptions.USUAL_POOL_WAIT)) {
            pool.put("pool_timeout", options.poolWait().toSeconds());
        }
        pool.put("retries", 1);
        if (options.prepare() != null) {
            info.put("use_prepared_statements", options.prepare());
        }
        return metadata;
    }
}
