package dev.dovetail.app;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A database named by {@code --host}, {@code --user} and so on instead of a url. */
record ConnectionParts(
        String host,
        int port,
        String user,
        @Nullable String password,
        String database,
        @Nullable String options) {

    private static final int POSTGRES_PORT = 5432;

    /** Null when none of the flags is given; a {@link UsageException} when one that is needed is missing. */
    static @Nullable ConnectionParts of(Settings settings) {
        var host = settings.find(DatabaseOptions.HOST);
        var user = settings.find(DatabaseOptions.USER);
        var database = settings.find(DatabaseOptions.NAME);
        if (host == null && user == null && database == null) {
            return null;
        }
        if (host == null || user == null || database == null) {
            throw new UsageException("--host, --user and --dbname go together (or use --database-url)");
        }
        var port = settings.find(DatabaseOptions.PORT);
        return new ConnectionParts(
                host,
                port == null ? POSTGRES_PORT : port,
                user,
                settings.find(DatabaseOptions.PASSWORD),
                database,
                settings.find(DatabaseOptions.PARAMETERS));
    }

    String url() {
        var url = new StringBuilder("postgresql://").append(encoded(user));
        if (password != null) {
            url.append(':').append(encoded(password));
        }
        url.append('@').append(host).append(':').append(port).append('/').append(encoded(database));
        if (options != null) {
            url.append("?options=").append(encoded(options));
        }
        return url.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
