package dev.dovetail.properties;

import dev.dovetail.app.Server;
import dev.dovetail.embedded.EmbeddedPostgres;
import dev.dovetail.json.Json;
import dev.dovetail.properties.World.Data;
import dev.dovetail.properties.World.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The engine and its Postgres, with a connection of our own beside it. One world at a time stands in them. */
final class Bench {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final List<String> WORDS = List.of(
            "serve",
            "--server-port",
            "0",
            "--server-host",
            "127.0.0.1",
            "--enabled-log-types",
            "startup",
            "--log-level",
            "error");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Server server;
    private final Connection connection;
    private @Nullable World standing;

    private Bench(Server server, Connection connection) {
        this.server = server;
        this.connection = connection;
    }

    /** The one of this JVM, started on first use; it ends with the JVM. */
    static Bench shared() {
        return Running.BENCH;
    }

    private static final class Running {
        static final Bench BENCH = start();
    }

    private static Bench start() {
        try {
            var postgres = EmbeddedPostgres.start(Path.of("target", "postgres").toAbsolutePath());
            var name = "properties_" + ProcessHandle.current().pid() + "_" + System.nanoTime();
            try (var first = connect(postgres, "postgres")) {
                run(
                        first,
                        "CREATE DATABASE " + name + " TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C'"
                                + " LC_CTYPE 'C'");
                run(first, "ALTER DATABASE " + name + " SET timezone TO 'UTC'");
                // Nothing here needs to outlive a crash.
                run(first, "ALTER DATABASE " + name + " SET synchronous_commit TO off");
            }
            var server = Server.start(
                    WORDS,
                    Map.of(
                            "HASURA_GRAPHQL_DATABASE_URL",
                            postgres.url(name),
                            "HASURA_GRAPHQL_ENABLE_REMOTE_SCHEMA_PERMISSIONS",
                            "true"));
            server.awaitReady(PATIENCE);
            var bench = new Bench(server, connect(postgres, name));
            Runtime.getRuntime().addShutdownHook(new Thread(bench::close));
            return bench;
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres, String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + database + "?user=postgres");
    }

    /** In place of the world before. */
    void build(World world) {
        var before = standing;
        if (before != null) {
            sql(new Ddl(before).drop());
        }
        standing = world;
        sql(new Ddl(world).drop() + new Ddl(world).create());
        metadata(new Metadata(world).json());
    }

    /** In place of what was there. */
    void metadata(JsonNode metadata) {
        var command = Json.object().put("type", "replace_metadata");
        command.set("args", metadata);
        var answer = post("/v1/metadata", command, null);
        if (!answer.contains("\"success\"")) {
            throw new AssertionError("metadata refused: " + answer + "\n" + Json.write(command));
        }
    }

    void fill(World world, Data data) {
        sql(new Ddl(world).fill(data));
    }

    void sql(String statements) {
        try {
            run(connection, statements);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage() + "\n" + statements, refused);
        }
    }

    /** All rows of a query, their values as text. */
    List<List<@Nullable String>> rows(String query) {
        try (var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            var rows = new ArrayList<List<@Nullable String>>();
            while (result.next()) {
                var row = new ArrayList<@Nullable String>();
                for (var i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        } catch (SQLException refused) {
            throw new IllegalStateException(refused.getMessage() + "\n" + query, refused);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            // The driver would take question marks in names for parameters, were it not for this.
            statement.setEscapeProcessing(false);
            statement.execute(sql);
        }
    }

    /** The answer's bytes, as text. */
    String graphql(String document, @Nullable Role role) {
        return post("/v1/graphql", Json.object().put("query", document), role);
    }

    String post(String path, JsonNode body, @Nullable Role role) {
        return role == null ? post(path, body, null, Map.of()) : post(path, body, role.name(), role.session());
    }

    /** @param role null: an administrator */
    String post(String path, JsonNode body, @Nullable String role, Map<String, String> session) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(PATIENCE)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(body)));
        if (role != null) {
            request.header("x-hasura-role", role);
            session.forEach(request::header);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Postgres ends by itself a moment after the JVM. */
    private void close() {
        server.close();
        try {
            connection.close();
        } catch (SQLException alreadyGone) {
            // as wanted
        }
    }
}
