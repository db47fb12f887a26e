package dev.dovetail.postgres;

import dev.dovetail.embedded.EmbeddedPostgres;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;

/** The Postgres that all tests of this JVM share; it ends with the JVM. */
public final class TestPostgres {
    private static final class Shared {
        static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.start(Path.of("target", "test-postgres"));
        static final Vertx VERTX = Vertx.vertx();
    }

    private TestPostgres() {}

    public static Vertx vertx() {
        return Shared.VERTX;
    }

    /** The url of an empty database named after the test class. */
    public static String freshDatabase(Class<?> test) {
        var name = test.getSimpleName().toLowerCase(Locale.ROOT);
        sql(url("postgres"), "drop database if exists " + name + " with (force)");
        sql(url("postgres"), "create database " + name);
        return url(name);
    }

    public static String url(String database) {
        return Shared.POSTGRES.url(database) + "?sslmode=disable";
    }

    public static int port() {
        return Shared.POSTGRES.port();
    }

    /** Any number of statements, for preparing a test. */
    public static void sql(String url, String statements) {
        try (var connection = DriverManager.getConnection(jdbc(url));
                var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(statements);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in " + statements, failure);
        }
    }

    private static String jdbc(String url) {
        return "jdbc:" + url.replace("postgres://postgres@", "postgresql://") + "&user=postgres";
    }
}
