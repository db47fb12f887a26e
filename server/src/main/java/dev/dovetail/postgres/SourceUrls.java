package dev.dovetail.postgres;

import static dev.dovetail.postgres.ConnectionUrl.bad;

import dev.dovetail.metadata.ConnectionInfo;
import dev.dovetail.metadata.DatabaseUrl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns a source's configuration into settings, looking variables up in the environment given. */
final class SourceUrls {
    private final Function<String, @Nullable String> environment;

    private final PoolSettings defaults;

    SourceUrls(Function<String, @Nullable String> environment, PoolSettings defaults) {
        this.environment = environment;
        this.defaults = defaults;
    }

    /** Throws code {@code invalid-configuration}, with a message for the source's inconsistency. */
    ConnectionUrl resolve(ConnectionInfo info) {
        var url = location(info.databaseUrl(), pool(info));
        var tls = info.rest().path("ssl_configuration");
        return tls.isObject() ? new ConnectionUrl(withTls(url.connection(), tls), url.pool()) : url;
    }

    private ConnectionUrl location(DatabaseUrl url, PoolSettings pool) {
        return switch (url) {
            case DatabaseUrl.Literal(var text) -> ConnectionUrl.parse(text, pool);
            case DatabaseUrl.FromEnv(var variable) -> ConnectionUrl.parse(variable(variable), pool);
            case DatabaseUrl.Parameters(var host, var port, var user, var password, var database) -> {
                var parameters = new LinkedHashMap<String, String>();
                parameters.put("host", host);
                parameters.put("port", String.valueOf(port));
                parameters.put("user", user);
                parameters.put("dbname", database);
                if (password != null) {
                    parameters.put("password", password);
                }
                yield UrlParameters.read(parameters, pool);
            }
            case DatabaseUrl.Other other ->
                throw bad("this form of database_url is not supported: "
                        + String.join(", ", other.raw().propertyNames()));
        };
    }

    private PoolSettings pool(ConnectionInfo info) {
        var isolation = info.isolationLevel();
        var prepare = info.usePreparedStatements();
        var result = defaults;
        if (isolation != null) {
            result = result.withIsolation(PoolSettings.Isolation.of(isolation));
        }
        if (prepare != null) {
            result = result.withPrepare(prepare);
        }
        var given = info.poolSettings();
        if (given == null) {
            return result;
        }
        if (given.maxConnections() != null) {
            result = result.withMaxConnections(atLeast(1, "max_connections", given.maxConnections()));
        }
        if (given.idleTimeout() != null) {
            result = result.withIdleTimeout(seconds("idle_timeout", given.idleTimeout()));
        }
        if (given.poolTimeout() != null) {
            result = result.withAcquireTimeout(seconds("pool_timeout", given.poolTimeout()));
        }
        if (given.connectionLifetime() != null) {
            var lifetime = seconds("connection_lifetime", given.connectionLifetime());
            result = result.withLifetime(lifetime.isZero() ? null : lifetime);
        }
        return result;
    }

    private ConnectionSettings withTls(ConnectionSettings connection, JsonNode tls) {
        var mode =
                tls.path("sslmode").isString() ? SslMode.of(tls.path("sslmode").stringValue()) : connection.sslMode();
        if (mode == null) {
            throw bad("ssl_configuration: sslmode must be one of disable, allow, prefer, require,"
                    + " verify-ca, verify-full");
        }
        if (tls.hasNonNull("sslpassword")) {
            throw bad("ssl_configuration: a key with a password is not supported");
        }
        var files = new TlsFiles(text(tls, "sslrootcert"), text(tls, "sslcert"), text(tls, "sslkey"));
        return connection.withTls(mode.with(files), files);
    }

    private @Nullable String text(JsonNode tls, String key) {
        var node = tls.path(key);
        if (node.isString()) {
            return node.stringValue();
        }
        var variable = node.path("from_env");
        return variable.isString() ? variable(variable.stringValue()) : null;
    }

    private String variable(String name) {
        var value = environment.apply(name);
        if (value == null) {
            throw bad("environment variable '" + name + "' not set");
        }
        return value;
    }

    private static Duration seconds(String key, int value) {
        return Duration.ofSeconds(atLeast(0, key, value));
    }

    private static int atLeast(int least, String key, int value) {
        if (value < least) {
            throw bad("pool_settings: " + key + " must be at least " + least);
        }
        return value;
    }
}
