package dev.dovetail.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A run for the JVM to learn from: the usual commands, on a project of their own, against a server that always says the
 * same. Its only argument is an empty folder.
 */
public final class Rehearsal {
    private static final String METADATA = """
            {"version": 3, "sources": [{"name": "default", "kind": "postgres", "configuration": {"connection_info":
              {"database_url": {"from_env": "HASURA_GRAPHQL_DATABASE_URL"}, "use_prepared_statements": true}},
              "tables": [{"table": {"schema": "public", "name": "users"}, "object_relationships": [{"name": "home",
                "using": {"foreign_key_constraint_on": "home_id"}}], "select_permissions": [{"role": "user",
                "permission": {"columns": ["id", "name"], "filter": {"id": {"_eq": "X-Hasura-User-Id"}}}}],
                "remote_relationships": [{"name": "profile", "definition": {"to_remote_schema": {"remote_schema":
                  "auth0", "lhs_fields": ["id"], "remote_field": {"profile": {"arguments": {"id": "$id"}}}}}}]},
                {"table": {"schema": "public", "name": "homes"}}]}],
             "remote_schemas": [{"name": "auth0", "definition": {"url": "http://localhost:8082/graphql"}}],
             "actions": [{"name": "createUser", "definition": {"handler": "http://localhost:8081/create-user",
               "type": "mutation", "kind": "synchronous", "output_type": "UserOutput",
               "arguments": [{"name": "name", "type": "String!", "description": "what to call them"}]}}],
             "custom_types": {"objects": [{"name": "UserOutput", "fields": [{"name": "id", "type": "uuid!"}],
               "relationships": [{"name": "user", "type": "object", "source": "default", "field_mapping":
                 {"id": "id"}, "remote_table": {"schema": "public", "name": "users"}}]}]}}""";

    private static final String FAULTS = """
            {"is_consistent": false, "inconsistent_objects": [{"type": "table", "reason": "no such table",
              "name": "table homes in source default", "definition": {"schema": "public", "name": "homes"}}]}""";

    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", Rehearsal::answer);
        server.start();
        try {
            rehearse(folder, "http://localhost:" + server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }

    private static void rehearse(Path folder, String endpoint) throws IOException {
        var silence = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        var around = new Surroundings(Map.of(), folder, silence, silence, false);
        run(around, "init", ".", "--endpoint", endpoint);
        run(around, "metadata", "export");
        run(around, "metadata", "apply");
        run(around, "metadata", "apply", "--dry-run", "-o", "yaml");
        Files.writeString(folder.resolve("metadata/cron_triggers.yaml"), "- name: nightly # at night\n");
        run(around, "metadata", "diff");
        Files.writeString(folder.resolve("metadata/cron_triggers.yaml"), "- name: [\n");
        run(around, "metadata", "apply");
        for (var words : List.of("reload", "inconsistency list", "inconsistency status", "--help", "aply")) {
            run(around, ("metadata " + words).split(" "));
        }
        run(around, "version");
        run(around, "completion", "bash");
    }

    private static void run(Surroundings around, String... words) {
        Commands.run(around, words);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var text = exchange.getRequestMethod().equals("GET")
                ? "{\"version\": \"rehearsal\"}"
                : asked.contains("\"export_metadata\"") ? METADATA : FAULTS;
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
