package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** {@code dovetail serve} as a process: its command line, its signals, its exit status. */
class ServeTest {
    private static final String MAIN = "dev.dovetail.app.Main";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration GONE = Duration.ofSeconds(5);

    @Test
    void the_command_line_of_the_reference_is_taken_and_sigterm_ends_an_idle_server_at_once() throws Exception {
        var port = Program.freePort();
        var api = new Api("http://127.0.0.1:" + port);
        try (var program = Program.start(
                MAIN,
                Map.of(),
                "--metadata-database-url",
                Postgres.freshDatabase(),
                "serve",
                "--server-port",
                "" + port)) {
            program.awaitHealthy(api, PATIENCE);
            Answers.assertSame(
                    Json.read("{\"data\": {\"__typename\": \"query_root\"}}"), api.graphql("{ __typename }"));
            assertThat(program.output().lines())
                    .allSatisfy(line -> assertThat(Json.read(line).isObject()).isTrue());
            program.terminate();
            assertThat(program.awaitEnd(GONE)).isZero();
        }
    }

    @Test
    void a_flag_wins_over_a_variable() throws Exception {
        var port = Program.freePort();
        var env = Map.of("HASURA_GRAPHQL_DATABASE_URL", Postgres.freshDatabase(), "HASURA_GRAPHQL_SERVER_PORT", "1");
        try (var program = Program.start(MAIN, env, "serve", "--server-port=" + port)) {
            program.awaitHealthy(new Api("http://127.0.0.1:" + port), PATIENCE);
        }
    }

    @Test
    void what_is_under_way_is_finished_before_the_end() throws Exception {
        var port = Program.freePort();
        var api = new Api("http://127.0.0.1:" + port);
        try (var handler = StubHandler.start();
                var program = Program.start(
                        MAIN,
                        Map.of("HASURA_GRAPHQL_DATABASE_URL", Postgres.freshDatabase()),
                        "serve",
                        "--server-port",
                        "" + port)) {
            program.awaitHealthy(api, PATIENCE);
            api.metadata("create_action", """
                    {"name": "slow", "definition": {"type": "query", "handler": "%s", "output_type": "String"}}""".formatted(handler.url()));
            handler.answering(request -> new StubHandler.Answer(200, Map.of(), "\"done\"", Duration.ofMillis(1500)));
            var answer = CompletableFuture.supplyAsync(() -> api.graphql("{ slow }"));
            while (handler.received().isEmpty()) {
                Thread.sleep(10);
            }
            program.terminate();
            Answers.assertSame(Json.read("{\"data\": {\"slow\": \"done\"}}"), answer.get(10, TimeUnit.SECONDS));
            assertThat(program.awaitEnd(GONE)).isZero();
        }
    }

    @Test
    void a_database_role_that_is_no_superuser_will_do() throws Exception {
        var owner = Postgres.freshDatabase();
        var name = owner.substring(owner.lastIndexOf('/') + 1);
        var role = "plain_" + name;
        new Sql(owner).run("create role " + role + " login; alter database " + name + " owner to " + role);
        try (var engine = Engine.start(Map.of("HASURA_GRAPHQL_DATABASE_URL", owner.replace("postgres@", role + "@")))) {
            engine.api()
                    .runSql("create schema app; create table app.t (id int primary key); insert into app.t values (1)");
            engine.api()
                    .metadata(
                            "pg_track_table",
                            "{\"source\": \"default\", \"table\": {\"schema\": \"app\", \"name\": \"t\"}}");
            Answers.assertSame(
                    Json.read("{\"data\": {\"app_t\": [{\"id\": 1}]}}"),
                    engine.api().graphql("{ app_t { id } }"));
        }
    }

    @Test
    void a_port_that_is_taken_is_named() throws Exception {
        try (var other = new ServerSocket(0)) {
            var port = "" + other.getLocalPort();
            try (var program = Program.start(
                    MAIN,
                    Map.of("HASURA_GRAPHQL_DATABASE_URL", Postgres.freshDatabase()),
                    "serve",
                    "--server-port",
                    port)) {
                assertThat(program.awaitEnd(PATIENCE)).isEqualTo(1);
                assertThat(program.output()).contains(port);
            }
        }
    }

    @Test
    void options_that_make_no_sense_are_refused() throws Exception {
        checkMisuse("--server-port", "serve", "--server-port", "many");
        checkMisuse("--no-such-option", "serve", "--no-such-option");
        checkMisuse("sevre", "sevre");
    }

    private static void checkMisuse(String named, String... words) throws Exception {
        try (var program = Program.start(MAIN, Map.of(), words)) {
            assertThat(program.awaitEnd(PATIENCE)).isEqualTo(2);
            assertThat(program.output()).contains(named);
        }
    }
}
