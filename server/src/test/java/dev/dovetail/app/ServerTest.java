package dev.dovetail.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole server without a database, and the program around it. */
@Timeout(60)
class ServerTest {
    private static final String NOWHERE = "postgres://nobody:canary@127.0.0.1:1/none";

    @Test
    void listensAndSaysThatItIsNotReadyWhileThereIsNoDatabase() throws Exception {
        var start = System.nanoTime();
        try (var server = Server.start(List.of("--metadata-database-url", NOWHERE, "--server-port", "0"), Map.of())) {
            assertThatThrownBy(() -> server.awaitReady(Duration.ofMillis(300))).hasMessageContaining("not ready after");
            var health = get(server, "/healthz");
            assertThat(health)
                    .startsWith("503")
                    .contains("\"code\":\"unavailable\"")
                    .doesNotContain("canary");
            assertThat(get(server, "/v1/version")).startsWith("200");
            start = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .as("an idle server stops")
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void saysWhenItsPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var words = List.of(
                    "--metadata-database-url", NOWHERE, "serve", "--server-port", String.valueOf(taken.getLocalPort()));
            check(words, 1, "", "dovetail: cannot listen on *:" + taken.getLocalPort());
        }
    }

    @Test
    void refusesUrlsThatAreNone() {
        check(
                List.of("--metadata-database-url", "http://canary", "serve", "--server-port", "0"),
                1,
                "",
                "dovetail: the metadata database's url cannot be used");
    }

    @Test
    void explainsItself() {
        check(List.of("version"), 0, "dovetail " + Version.TEXT, "");
        check(List.of("--help"), 0, "Usage: dovetail", "");
        check(List.of("serve", "--help"), 0, "--server-port <port>", "");
        check(List.of("help", "serve"), 0, "--server-port <port>", "");
        check(List.of(), 2, "Usage: dovetail", "");
        check(List.of("serve", "--nonsense"), 2, "", "dovetail: unknown option '--nonsense'");
        check(
                List.of("serve", "--server-port", "x"),
                2,
                "",
                "--server-port: Only expecting a value between 0 and 65535");
        assertThat(Version.TEXT).matches("[0-9]+\\.[0-9]+\\.[0-9]+.*");
    }

    private static void check(List<String> words, int status, String out, String err) {
        var output = new ByteArrayOutputStream();
        var errors = new ByteArrayOutputStream();
        var actual = Main.run(
                words,
                Map.of(),
                new PrintStream(output, true, StandardCharsets.UTF_8),
                new PrintStream(errors, true, StandardCharsets.UTF_8));
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains(err).doesNotContain("canary");
        assertThat(output.toString(StandardCharsets.UTF_8)).contains(out);
        assertThat(actual).isEqualTo(status);
    }

    private static String get(Server server, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
