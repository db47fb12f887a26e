package dev.dovetail.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens a JDBC connection, which is used for one thing only: an administrator's SQL, whose results must be the server's
 * own text. Simple query mode is what makes the server send text.
 */
final class JdbcDoor {
    /** More than that in one result is an error, not a full heap. */
    private static final String RESULT_MAX = "64M";

    private JdbcDoor() {}

    static Connection open(ConnectionSettings settings) throws SQLException {
        return open(settings, "simple");
    }

    /** For statements that are prepared and described, but not run. */
    static Connection openForPreparing(ConnectionSettings settings) throws SQLException {
        return open(settings, "extended");
    }

    private static Connection open(ConnectionSettings settings, String queryMode) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", settings.user());
        put(properties, "password", settings.password());
        properties.setProperty("sslmode", settings.sslMode().wire());
        properties.setProperty("preferQueryMode", queryMode);
        properties.setProperty("binaryTransfer", "false");
        properties.setProperty("maxResultBuffer", RESULT_MAX);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty(
                "connectTimeout", String.valueOf(settings.connectTimeout().toSeconds()));
        properties.setProperty(
                "loginTimeout", String.valueOf(settings.connectTimeout().toSeconds()));
        put(properties, "ApplicationName", settings.parameters().get("application_name"));
        put(properties, "options", settings.parameters().get("options"));
        var temporary = new ArrayList<Path>();
        try {
            addTls(properties, settings, temporary);
            var host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
            // The database as a property, not in the url, so that its name needs no encoding.
            properties.setProperty("PGDBNAME", settings.database());
            var connection =
                    new Driver().connect("jdbc:postgresql://" + host + ":" + settings.port() + "/", properties);
            if (connection == null) {
                throw new IllegalStateException("the JDBC driver does not take its own url");
            }
            return connection;
        } finally {
            delete(temporary);
        }
    }

    private static void addTls(Properties properties, ConnectionSettings settings, List<Path> temporary) {
        var files = settings.tls();
        var verify = settings.sslMode() == SslMode.VERIFY_CA || settings.sslMode() == SslMode.VERIFY_FULL;
        if (verify && (files.rootCert() == null || files.rootCert().equals("system"))) {
            properties.setProperty("sslfactory", "org.postgresql.ssl.DefaultJavaSSLFactory");
        } else {
            put(properties, "sslrootcert", asFile(files.rootCert(), temporary));
        }
        put(properties, "sslcert", asFile(files.cert(), temporary));
        put(properties, "sslkey", asFile(files.key(), temporary));
    }

    /** The driver reads files only; a temporary file can be read by nobody else and lives while connecting. */
    private static @Nullable String asFile(@Nullable String pathOrPem, List<Path> temporary) {
        if (pathOrPem == null || !TlsFiles.isPem(pathOrPem)) {
            return pathOrPem;
        }
        try {
            var file = Files.createTempFile("dovetail", ".pem");
            temporary.add(file);
            Files.writeString(file, pathOrPem);
            return file.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void delete(List<Path> files) {
        for (var file : files) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    private static void put(Properties properties, String key, @Nullable String value) {
        if (value != null) {
            properties.setProperty(key, value);
        }
    }
}
