package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dovetail demo} as a process. */
class DemoTest {
    private static final String MAIN = "dev.dovetail.demo.Demo";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    // The promise is 6 s; this machine may be busy with other tests
    private static final Duration SECOND_START = Duration.ofSeconds(15);

    private static final String EXAMPLE = """
            mutation { createUser(name: "Hodor") { id user { name auth0_id auth0_profile { email nickname last_login } } } }""";

    private static final String ANSWER = """
            {"data": {"createUser": {"id": "<uuid>", "user": {"name": "Hodor", "auth0_id": "hodor|hodor", "auth0_profile":
              {"email": "hodor@hodor.com", "nickname": "Hodor", "last_login": "2016-05-22T01:35:48.863Z"}}}}}""";

    @TempDir
    private Path home = Path.of("");

    @Test
    void the_demo_runs_the_example_stops_on_a_signal_and_keeps_its_data() throws Exception {
        // Where the tests run as root, Postgres does not, and must be able to get there
        Files.createDirectories(home);
        var ports = new int[] {Program.freePort(), Program.freePort(), Program.freePort()};
        var api = new Api("http://127.0.0.1:" + ports[0]);
        try (var demo = start(ports)) {
            demo.awaitOutput("Ctrl-C", PATIENCE);
            assertThat(demo.output())
                    .contains("http://localhost:" + ports[0] + "/v1/graphql")
                    .contains("http://localhost:" + ports[0] + "/console")
                    .contains("curl -s");
            Answers.assertSame(Json.read(ANSWER), api.graphql(EXAMPLE));
            demo.terminate();
            assertThat(demo.awaitEnd(Duration.ofSeconds(10))).isZero();
            assertThat(demo.output()).contains("Stopped");
        }
        var begin = System.nanoTime();
        try (var demo = start(ports)) {
            demo.awaitOutput("Ctrl-C", PATIENCE);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SECOND_START);
            Answers.assertSame(
                    Json.read("{\"data\": {\"users\": [{\"name\": \"Hodor\"}]}}"), api.graphql("{ users { name } }"));
            Answers.assertSame(Json.read(ANSWER), api.graphql(EXAMPLE));
            demo.terminate();
            assertThat(demo.awaitEnd(Duration.ofSeconds(10))).isZero();
        }
    }

    @Test
    void the_engine_may_have_a_secret() throws Exception {
        Files.createDirectories(home);
        var ports = new int[] {Program.freePort(), Program.freePort(), Program.freePort()};
        try (var demo = start(ports, "--", "--admin-secret", "s3cret")) {
            demo.awaitOutput("Ctrl-C", PATIENCE);
            assertThat(demo.output()).contains("X-Hasura-Admin-Secret").doesNotContain("s3cret");
            var api = new Api("http://127.0.0.1:" + ports[0]);
            assertThat(api.graphql(EXAMPLE).has("errors")).isTrue();
            Answers.assertSame(
                    Json.read(ANSWER),
                    api.with("x-hasura-admin-secret", "s3cret").graphql(EXAMPLE));
        }
    }

    @Test
    void a_port_that_is_taken_is_named_at_once() throws Exception {
        try (var other = new ServerSocket(0)) {
            try (var demo = start(new int[] {other.getLocalPort(), Program.freePort(), Program.freePort()})) {
                assertThat(demo.awaitEnd(PATIENCE)).isEqualTo(1);
                assertThat(demo.output())
                        .contains("port " + other.getLocalPort() + " is taken")
                        .contains("--port");
            }
        }
    }

    @Test
    void help_and_misuse() throws Exception {
        try (var help = Program.start(MAIN, Map.of(), "--help")) {
            assertThat(help.awaitEnd(PATIENCE)).isZero();
            assertThat(help.output()).contains("Usage: dovetail demo").contains("--empty");
        }
        try (var misuse = Program.start(MAIN, Map.of(), "--prot", "1")) {
            assertThat(misuse.awaitEnd(PATIENCE)).isEqualTo(2);
            assertThat(misuse.output()).contains("--prot");
        }
    }

    private Program start(int[] ports, String... more) throws Exception {
        var own = Stream.of("--port=" + ports[0], "--users-port=" + ports[1], "--profiles-port=" + ports[2]);
        return Program.start(
                MAIN,
                Map.of("DOVETAIL_HOME", home.toString()),
                Stream.concat(own, Stream.of(more)).toArray(String[]::new));
    }
}
