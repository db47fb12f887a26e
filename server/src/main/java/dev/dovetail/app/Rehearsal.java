package dev.dovetail.app;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A short run of the whole server, with a Postgres of its own and a few requests of every kind. The launcher lets the
 * JVM watch it, and keeps what was loaded and linked in a cache for the starts to come.
 */
public final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int SOME = 20;

    private Rehearsal() {}

    /** Expects a folder to work in; whatever goes wrong ends the JVM with a status other than 0. */
    public static void main(String[] words) throws IOException, InterruptedException {
        var environment = Map.of("DOVETAIL_HOME", words[0]);
        var line = List.of("serve", "--server-port", "0", "--server-host", "127.0.0.1");
        try (var server = Server.start(line, environment)) {
            server.awaitReady(PATIENCE);
            var address = URI.create("http://127.0.0.1:" + server.port());
            post(address, "/v2/query", """
                    {"type": "run_sql", "args": {"source": "default", "sql": "
                      create table author (id serial primary key, name text not null, born date);
                      create table book (id serial primary key, title text, price numeric,
                        author_id int references author, facts jsonb)"}}""");
            post(address, "/v1/metadata", """
                    {"type": "bulk", "args": [
                      {"type": "pg_track_table", "args": {"source": "default", "table": "author"}},
                      {"type": "pg_track_table", "args": {"source": "default", "table": "book"}},
                      {"type": "pg_create_object_relationship", "args": {"source": "default", "table": "book",
                        "name": "author", "using": {"foreign_key_constraint_on": "author_id"}}},
                      {"type": "pg_create_array_relationship", "args": {"source": "default", "table": "author",
                        "name": "books", "using": {"foreign_key_constraint_on":
                          {"table": "book", "column": "author_id"}}}},
                      {"type": "pg_create_select_permission", "args": {"source": "default", "table": "book",
                        "role": "user", "permission": {"columns": "*", "allow_aggregations": true,
                          "filter": {"author_id": {"_eq": "X-Hasura-User-Id"}}}}}]}""");
            post(address, "/v1/metadata", """
                    {"type": "export_metadata", "args": {}}""");
            for (var i = 0; i < SOME; i++) {
                query(address, """
                        mutation ($name: String!) { insert_author_one(object: {name: $name}) { id name } }""");
                query(address, """
                        query ($name: String!) { author(where: {name: {_eq: $name}}, order_by: {id: asc}, limit: 5) {
                          id name books(limit: 3) { title price author { name } } }
                          book_aggregate { aggregate { count } } }""");
                query(address, "{ author_by_pk(id: 1) { name born } }");
                query(address, "query { __schema { types { name fields { name args { name } } } } __typename }");
                query(
                        address,
                        "mutation { update_author(where: {id: {_eq: 1}}, _set: {name: \"B\"}) {"
                                + " affected_rows returning { id } } }");
                query(address, "{ nothing_of_this_name }");
            }
        }
        System.exit(0);
    }

    private static void query(URI address, String text) throws IOException {
        var body = Json.object().put("query", text);
        body.set("variables", Json.object().put("name", "A"));
        post(address, "/v1/graphql", Json.write(body));
    }

    /** With what the JDK has always had: the cache is to hold the server, not a client of it. */
    private static void post(URI address, String path, String body) throws IOException {
        var connection = (HttpURLConnection) address.resolve(path).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.getOutputStream().write(body.replace('\n', ' ').getBytes(StandardCharsets.UTF_8));
        var status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            throw new IllegalStateException(path + " answered " + status + ": "
                    + new String(connection.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
        }
        connection.getInputStream().readAllBytes();
    }
}
