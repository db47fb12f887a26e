package dev.dovetail.postgres;

import static dev.dovetail.postgres.ConnectionUrl.bad;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a connection by their libpq names, turned into settings; a name that libpq does not know is
 * refused.
 */
final class UrlParameters {
    private static final int PORT = 5432;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** libpq's parameters that change nothing here: each is about a mechanism that this client does not have. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "channel_binding",
            "client_encoding",
            "fallback_application_name",
            "gssencmode",
            "gsslib",
            "keepalives",
            "keepalives_count",
            "keepalives_idle",
            "keepalives_interval",
            "krbsrvname",
            "load_balance_hosts",
            "passfile",
            "require_auth",
            "sslcompression",
            "sslcrl",
            "sslcrldir",
            "sslnegotiation",
            "sslsni",
            "ssl_max_protocol_version",
            "ssl_min_protocol_version",
            "target_session_attrs",
            "tcp_user_timeout");

    private final Map<String, String> given;

    private UrlParameters(Map<String, String> given) {
        this.given = given;
    }

    static ConnectionUrl read(SequencedMap<String, String> parameters, PoolSettings poolDefaults) {
        var rest = new UrlParameters(new LinkedHashMap<>(parameters));
        rest.given.keySet().removeAll(WITHOUT_EFFECT);
        var connection = rest.connection();
        var pool = rest.pool(poolDefaults);
        if (!rest.given.isEmpty()) {
            throw bad("the database url has an unknown parameter: "
                    + rest.given.keySet().iterator().next());
        }
        return new ConnectionUrl(connection, pool);
    }

    private ConnectionSettings connection() {
        var host = take("host", "localhost");
        var address = given.remove("hostaddr");
        if (host.startsWith("/")) {
            throw bad("a Unix socket cannot be used in a database url; give a host name");
        }
        var port = number("port", PORT);
        if (port < 1 || port > 65_535) {
            throw bad("the port in the database url is no number from 1 to 65535");
        }
        var user = take("user", "postgres");
        var database = take("dbname", user);
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("application_name", take("application_name", "dovetail"));
        var options = given.remove("options");
        if (options != null) {
            parameters.put("options", options);
        }
        var tls = new TlsFiles(given.remove("sslrootcert"), given.remove("sslcert"), given.remove("sslkey"));
        return new ConnectionSettings(
                address == null ? host : address,
                port,
                database,
                user,
                given.remove("password"),
                sslMode(tls),
                tls,
                parameters,
                connectTimeout());
    }

    /** Zero means "for ever" to libpq; here every wait has a bound. */
    private Duration connectTimeout() {
        var asked = seconds("connect_timeout", CONNECT_TIMEOUT);
        return asked.isZero() ? CONNECT_TIMEOUT : asked;
    }

    private SslMode sslMode(TlsFiles tls) {
        var mode = SslMode.of(take("sslmode", "prefer"));
        if (mode == null) {
            throw bad("sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full");
        }
        return mode.with(tls);
    }

    private PoolSettings pool(PoolSettings defaults) {
        var max = number("max_connections", defaults.maxConnections());
        if (max < 1) {
            throw bad("max_connections must be at least 1");
        }
        var lifetime = given.containsKey("connection_lifetime")
                ? positiveOrNull(seconds("connection_lifetime", Duration.ZERO))
                : defaults.lifetime();
        return new PoolSettings(
                max,
                seconds("idle_timeout", defaults.idleTimeout()),
                seconds("pool_timeout", defaults.acquireTimeout()),
                lifetime,
                prepare(defaults.prepare()),
                defaults.isolation());
    }

    private @Nullable Boolean prepare(@Nullable Boolean fallback) {
        var text = given.remove("use_prepared_statements");
        if (text == null) {
            return fallback;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw bad("use_prepared_statements must be true or false");
        };
    }

    private static @Nullable Duration positiveOrNull(Duration duration) {
        return duration.isZero() ? null : duration;
    }

    private String take(String key, String fallback) {
        var value = given.remove(key);
        return value == null || value.isEmpty() ? fallback : value;
    }

    private Duration seconds(String key, Duration fallback) {
        if (!given.containsKey(key)) {
            return fallback;
        }
        var seconds = number(key, 0);
        if (seconds < 0) {
            throw bad(key + " in the database url must not be negative");
        }
        return Duration.ofSeconds(seconds);
    }

    private int number(String key, int fallback) {
        var text = given.remove(key);
        if (text == null || text.isEmpty()) {
            return fallback;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException notANumber) {
            throw bad(key + " in the database url is no number");
        }
    }
}
