package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From an operation to an action that answers, by the command line and the generated code alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DerivedActionTest {
    private static final String SECRET = "a-secret-of-this-test";
    private static final String OPERATION =
            "mutation ($name: String!) { insert_users_one(object: {name: $name}) { id name } }";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Pattern PORT = Pattern.compile("at port (\\d+)");

    private final String databaseUrl = Postgres.freshDatabase();

    private final Engine engine =
            Engine.start(Map.of("HASURA_GRAPHQL_DATABASE_URL", databaseUrl, "HASURA_GRAPHQL_ADMIN_SECRET", SECRET));

    private final Api api = engine.api().with("x-hasura-admin-secret", SECRET);

    @BeforeAll
    void prepare() {
        new Sql(databaseUrl)
                .run("create table users (id int primary key generated always as identity, name text not null)");
        api.metadata("pg_track_table", "{\"table\": \"users\"}");
        api.metadata("pg_create_select_permission", """
                {"table": "users", "role": "user", "permission": {"columns": ["id", "name"], "filter": {}}}""");
        api.metadata("pg_create_insert_permission", """
                {"table": "users", "role": "user", "permission":
                  {"columns": ["name"], "check": {"name": {"_neq": "nobody"}}, "backend_only": true}}""");
    }

    @AfterAll
    void stop() {
        engine.close();
    }

    @Test
    @DisplayName("ACT-27, ACT-28: a derived action whose generated handler of Java delegates to the operation")
    void java(@TempDir Path folder) throws IOException, InterruptedException {
        derive(folder, "insertUser", "java-jdk");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        check(folder, "insertUser", java, "InsertUserAction.java");
    }

    @Test
    @DisplayName("ACT-27, ACT-28: the same in JavaScript")
    void node(@TempDir Path folder) throws IOException, InterruptedException {
        derive(folder, "putUser", "nodejs");
        check(folder, "putUser", "node", "putUser.js");
    }

    @Test
    @DisplayName("ACT-28: a handler that nobody has filled in answers what fits")
    void sample(@TempDir Path folder) throws IOException, InterruptedException {
        run(folder, "init", ".", "--endpoint", engine.api().baseUrl());
        run(folder, "actions", "create", "login");
        run(folder, "actions", "codegen", "--framework", "java-jdk", "--output-dir", "code");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (var handler = Handler.start(folder.resolve("code"), Map.of(), java, "LoginAction.java")) {
            var reply = new Api(handler.url()).post("/login", Json.read("""
                    {"action": {"name": "login"}, "session_variables": {},
                     "input": {"arg1": {"username": "é\\\\ \\"\\u0041", "password": "b"}}}"""));
            assertThat(reply.text()).isEqualTo("{\"accessToken\":\"\"}");
            assertThat(new Api(handler.url()).post("/other", Json.object()).status())
                    .isEqualTo(404);
        }
    }

    private void derive(Path folder, String action, String framework) {
        run(folder, "init", ".", "--endpoint", engine.api().baseUrl());
        run(folder, "metadata", "export");
        run(folder, "actions", "use-codegen", "--framework", framework, "--output-dir", "code");
        run(folder, "actions", "create", action, "--derive-from", OPERATION, "--with-codegen");
    }

    /** As a role that only a backend lets insert. */
    private void check(Path folder, String action, String... command) throws IOException, InterruptedException {
        var env = Map.of("HASURA_GRAPHQL_ENDPOINT", engine.api().baseUrl(), "HASURA_GRAPHQL_ADMIN_SECRET", SECRET);
        try (var handler = Handler.start(folder.resolve("code"), env, command)) {
            var yaml = folder.resolve("metadata/actions.yaml");
            Files.writeString(yaml, Files.readString(yaml).replace("http://localhost:3000", handler.url()));
            run(folder, "metadata", "apply");
            api.metadata("create_action_permission", "{\"action\": \"" + action + "\", \"role\": \"user\"}");
            var call = "mutation { " + action + "(name: \"%s\") { name users { name id } } }";
            assertThat(Json.write(api.as("user").graphql(call.formatted("Hodor"))))
                    .matches("\\{\"data\":\\{\"" + action
                            + "\":\\{\"name\":\"Hodor\",\"users\":\\{\"name\":\"Hodor\",\"id\":\\d+}}}}");
            var refused = api.as("user").graphql(call.formatted("nobody"));
            assertThat(refused.at("/errors/0/message").asString(""))
                    .isEqualTo("check constraint of an insert/update permission has failed");
        }
    }

    private void run(Path folder, String... words) {
        var result = Cli.in(folder).with("HASURA_GRAPHQL_ADMIN_SECRET", SECRET).run(words);
        assertThat(result.status()).as(result.all()).isZero();
    }

    /** A handler in a process of its own. */
    private record Handler(Process process, String url) implements AutoCloseable {
        static Handler start(Path folder, Map<String, String> env, String... command)
                throws IOException, InterruptedException {
            var output = folder.resolve("output.log");
            var builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(env);
            builder.environment().put("PORT", "0");
            var process = builder.start();
            var end = System.nanoTime() + PATIENCE.toNanos();
            while (true) {
                var said = PORT.matcher(Files.readString(output));
                if (said.find()) {
                    return new Handler(process, "http://localhost:" + said.group(1));
                }
                if (System.nanoTime() > end || !process.isAlive()) {
                    process.destroyForcibly();
                    throw new AssertionError("the handler does not start:\n" + Files.readString(output));
                }
                Thread.sleep(20);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
