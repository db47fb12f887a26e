package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * Reads {@code postgres://user:password@host:port/database?sslmode=require} as libpq does. Messages name the part that
 * is wrong and never repeat the url, which holds a password.
 */
public record ConnectionUrl(ConnectionSettings connection, PoolSettings pool) {

    /** Throws code {@code invalid-configuration} when the url cannot be used. */
    public static ConnectionUrl parse(String url) {
        return parse(url, PoolSettings.DEFAULT);
    }

    /** @param defaults hold where the url itself says nothing about the pool */
    public static ConnectionUrl parse(String url, PoolSettings defaults) {
        return UrlParameters.read(parameters(url.strip()), defaults);
    }

    private static SequencedMap<String, String> parameters(String url) {
        var rest = afterScheme(url);
        var all = new LinkedHashMap<String, String>();
        var question = rest.indexOf('?');
        var query = question < 0 ? "" : rest.substring(question + 1);
        var beforeQuery = question < 0 ? rest : rest.substring(0, question);
        var slash = beforeQuery.indexOf('/');
        var authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        if (slash >= 0) {
            put(all, "dbname", beforeQuery.substring(slash + 1));
        }
        readAuthority(authority, all);
        readQuery(query, all);
        return all;
    }

    private static String afterScheme(String url) {
        for (var scheme : new String[] {"postgres://", "postgresql://"}) {
            if (url.regionMatches(true, 0, scheme, 0, scheme.length())) {
                return url.substring(scheme.length());
            }
        }
        throw bad("a database url must start with postgres:// or postgresql://");
    }

    private static void readAuthority(String authority, SequencedMap<String, String> all) {
        // The last '@' parts user and host, so that a password with a raw '@' still works, as it does with libpq.
        var at = authority.lastIndexOf('@');
        if (at >= 0) {
            var who = authority.substring(0, at);
            var colon = who.indexOf(':');
            put(all, "user", colon < 0 ? who : who.substring(0, colon));
            if (colon >= 0) {
                put(all, "password", who.substring(colon + 1));
            }
        }
        readHost(authority.substring(at + 1), all);
    }

    private static void readHost(String hostAndPort, SequencedMap<String, String> all) {
        if (hostAndPort.contains(",")) {
            throw bad("a database url with several hosts is not supported");
        }
        var bracket = hostAndPort.indexOf(']');
        if (hostAndPort.startsWith("[")) {
            if (bracket < 0) {
                throw bad("the IPv6 address in the database url has no closing bracket");
            }
            put(all, "host", hostAndPort.substring(1, bracket));
        }
        var colon = hostAndPort.indexOf(':', Math.max(bracket, 0));
        if (bracket < 0) {
            put(all, "host", colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
        }
        if (colon >= 0) {
            put(all, "port", hostAndPort.substring(colon + 1));
        }
    }

    private static void readQuery(String query, SequencedMap<String, String> all) {
        for (var pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            var equals = pair.indexOf('=');
            if (equals < 0) {
                throw bad("a parameter of the database url has no value");
            }
            all.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
        }
    }

    private static void put(SequencedMap<String, String> all, String key, String encoded) {
        if (!encoded.isEmpty()) {
            all.put(key, decode(encoded));
        }
    }

    /** Percent decoding only: a '+' is a plus sign here, unlike in a web form. */
    private static String decode(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var decoded = new byte[bytes.length];
        var length = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                decoded[length++] = bytes[i];
                continue;
            }
            var high = i + 2 < bytes.length ? Character.digit(bytes[i + 1], 16) : -1;
            var low = i + 2 < bytes.length ? Character.digit(bytes[i + 2], 16) : -1;
            if (high < 0 || low < 0) {
                throw bad("a '%' in the database url is not followed by two hexadecimal digits;"
                        + " write %25 for a percent sign");
            }
            decoded[length++] = (byte) (high * 16 + low);
            i += 2;
        }
        return new String(decoded, 0, length, StandardCharsets.UTF_8);
    }

    static ApiException bad(String message) {
        return new ApiException(ErrorCode.INVALID_CONFIGURATION, Path.ROOT, message);
    }
}
