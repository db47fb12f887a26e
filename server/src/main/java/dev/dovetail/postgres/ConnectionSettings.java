package dev.dovetail.postgres;

import java.time.Duration;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects to it.
 *
 * @param parameters run-time parameters for the server's start-up message, such as {@code application_name} or
 *     {@code options}
 * @param connectTimeout for the whole of connecting: network, TLS and authentication
 */
public record ConnectionSettings(
        String host,
        int port,
        String database,
        String user,
        @Nullable String password,
        SslMode sslMode,
        TlsFiles tls,
        SequencedMap<String, String> parameters,
        Duration connectTimeout) {

    public ConnectionSettings withTls(SslMode mode, TlsFiles files) {
        return new ConnectionSettings(host, port, database, user, password, mode, files, parameters, connectTimeout);
    }

    /** Hides the password. */
    @Override
    public String toString() {
        return "postgresql://" + user + "@" + host + ":" + port + "/" + database + "?sslmode=" + sslMode.wire();
    }
}
