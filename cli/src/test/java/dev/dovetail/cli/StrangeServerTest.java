package dev.dovetail.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is found at an address, it is told clearly, with the right exit status. */
class StrangeServerTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(delimiter = '~', textBlock = """
            200 ~ <html>                                              ~ 4 ~ is no Dovetail, nor what speaks like one
            404 ~ {"error": "not found"}                              ~ 4 ~ it answered with status 404
            302 ~                                                     ~ 4 ~ it answered with status 302
            200 ~ 7                                                   ~ 4 ~ no JSON
            401 ~ {"code": "access-denied", "error": "go"}            ~ 4 ~ refuses access: go. It wants an admin secret
            400 ~ {"code": "parse-failed", "error": "no", "path": "$"} ~ 1 ~ no (parse-failed at $)
            503 ~ {"code": "unavailable", "error": "later"}           ~ 1 ~ later (unavailable)
            """)
    void aStrangeAnswer(int answered, String body, int status, String message) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(answered, bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
        try {
            var called = call("http://localhost:" + server.getAddress().getPort());
            assertThat(called.err()).contains(message);
            assertThat(called.status()).isEqualTo(status);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void nobodyThere() throws IOException {
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var called = call("http://localhost:" + port);
        assertThat(called.err())
                .contains("cannot reach the server at http://localhost:" + port + " (from the flag --endpoint)")
                .contains("connection refused");
        assertThat(called.status()).isEqualTo(4);
    }

    @Test
    void secretsAreNotTold() {
        var called = Called.in(
                folder,
                Map.of(),
                "metadata",
                "ic",
                "status",
                "--endpoint",
                "http://localhost:1",
                "--admin-secret",
                "hush");
        assertThat(called.err()).doesNotContain("hush");
    }

    private Called call(String endpoint) {
        return Called.in(folder, Map.of(), "metadata", "reload", "--endpoint", endpoint);
    }
}
