package dev.dovetail.metadata;

import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a source is reached, on the wire. */
public final class ConfigurationCodec {
    private static final int POSTGRES_PORT = 5432;

    private ConfigurationCodec() {}

    public static SourceConfiguration decode(JsonNode node, Path path) {
        var fields = Fields.of("PostgresConnConfiguration", node, path);
        return new SourceConfiguration(
                fields.required("connection_info", ConfigurationCodec::connection), fields.rest());
    }

    public static ObjectNode encode(SourceConfiguration configuration) {
        return Out.object()
                .put("connection_info", connection(configuration.connectionInfo()))
                .rest(configuration.rest())
                .done();
    }

    private static ConnectionInfo connection(JsonNode node, Path path) {
        var fields = Fields.of("PostgresSourceConnInfo", node, path);
        return new ConnectionInfo(
                fields.required("database_url", ConfigurationCodec::url),
                fields.optional("pool_settings", ConfigurationCodec::pool),
                fields.optional("isolation_level", ConfigurationCodec::isolation),
                fields.optionalFlag("use_prepared_statements"),
                fields.rest());
    }

    private static ObjectNode connection(ConnectionInfo info) {
        var pool = info.poolSettings();
        return Out.object()
                .put("database_url", url(info.databaseUrl()))
                .put("isolation_level", info.isolationLevel())
                .put("pool_settings", pool == null ? null : pool(pool))
                .put("use_prepared_statements", info.usePreparedStatements())
                .rest(info.rest())
                .done();
    }

    private static String isolation(JsonNode node, Path path) {
        var text = Fields.text(node, path);
        return switch (text) {
            case "read-committed", "repeatable-read", "serializable" -> text;
            case String other ->
                throw Fields.fail(
                        path,
                        "Only expecting any one of: \"read-committed\", \"repeatable-read\", \"serializable\", but"
                                + " found " + other);
        };
    }

    private static PoolSettings pool(JsonNode node, Path path) {
        var fields = Fields.of("PostgresPoolSettings", node, path);
        return new PoolSettings(
                fields.optionalInt("max_connections"),
                fields.optionalInt("total_max_connections"),
                fields.optionalInt("idle_timeout"),
                fields.optionalInt("retries"),
                fields.optionalInt("pool_timeout"),
                fields.optionalInt("connection_lifetime"),
                fields.rest());
    }

    private static JsonNode pool(PoolSettings pool) {
        return Out.object()
                .put("connection_lifetime", pool.connectionLifetime())
                .put("idle_timeout", pool.idleTimeout())
                .put("max_connections", pool.maxConnections())
                .put("pool_timeout", pool.poolTimeout())
                .put("retries", pool.retries())
                .put("total_max_connections", pool.totalMaxConnections())
                .rest(pool.rest())
                .done();
    }

    public static DatabaseUrl url(JsonNode node, Path path) {
        if (node.isString()) return new DatabaseUrl.Literal(node.stringValue());
        if (!node.isObject()) throw Fields.fail(path, "one of string or object must be provided for url/webhook");
        var fields = Fields.of("UrlConf", node, path);
        var variable = fields.optionalString("from_env");
        var parameters = fields.optional("connection_parameters", ConfigurationCodec::parameters);
        var other = fields.optional("dynamic_from_file");
        var given = (variable == null ? 0 : 1) + (parameters == null ? 0 : 1) + (other == null ? 0 : 1);
        if (given != 1) {
            throw Fields.fail(
                    path,
                    (given == 0 ? "Either " : "Only one of ")
                            + "\"from_env\" or \"connection_parameters\" should be provided");
        }
        if (variable != null) return new DatabaseUrl.FromEnv(variable);
        return parameters != null ? parameters : new DatabaseUrl.Other(node);
    }

    private static DatabaseUrl parameters(JsonNode node, Path path) {
        var fields = Fields.of("PGConnectionParams", node, path);
        var port = fields.optionalInt("port");
        return new DatabaseUrl.Parameters(
                fields.string("host"),
                port == null ? POSTGRES_PORT : port,
                fields.string("username"),
                fields.optionalString("password"),
                fields.string("database"));
    }

    public static JsonNode url(DatabaseUrl url) {
        return switch (url) {
            case DatabaseUrl.Literal(var text) -> Json.string(text);
            case DatabaseUrl.FromEnv(var variable) ->
                Out.object().put("from_env", variable).done();
            case DatabaseUrl.Parameters(var host, var port, var username, var password, var database) ->
                Out.object()
                        .put(
                                "connection_parameters",
                                Out.object()
                                        .put("database", database)
                                        .put("host", host)
                                        .put("password", password)
                                        .put("port", (Integer) port)
                                        .put("username", username)
                                        .done())
                        .done();
            case DatabaseUrl.Other(var raw) -> raw;
        };
    }
}
