package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.request.GraphqlAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What only a client with bad manners does. */
class RawSocketTest {
    private final Edge edge = new Edge();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void answersPipelinedRequestsInOrder() throws IOException {
        edge.start();
        var text = talk(request("/healthz") + request("/v1/version") + request("/nowhere") + last("/healthz"));
        assertThat(text.split("HTTP/1.1 ", -1)).hasSize(5);
        assertThat(text).containsSubsequence("200 OK", "OK", "\"version\"", "404", "not-found", "OK");
    }

    @Test
    void survivesGarbage() throws IOException {
        edge.start();
        var garbage = new String[] {
            "\r\n\r\n\r\n",
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\n\r\n",
            "GET /" + "x".repeat(100_000) + " HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\nA: " + "x".repeat(100_000) + "\r\n\r\n",
            "POST /v1/graphql HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
            "POST /v1/graphql HTTP/1.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
            "POST /v1/graphql HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET http://%zz/%% HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
        };
        for (var bytes : garbage) {
            var text = talk(bytes);
            assertThat(text)
                    .as(bytes.substring(0, Math.min(40, bytes.length())))
                    .doesNotContain(" 200 ");
            assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void closesConnectionsThatTrickleIn() throws IOException {
        edge.slowAfter = Duration.ofMillis(500);
        edge.start();
        var start = System.nanoTime();
        assertThat(talk("GET /healthz HTTP/1.1\r\nX-Slow: ")).isEmpty();
        assertThat(talk("POST /v1/graphql HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nabc"))
                .isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void leavesLongWorkAlone() {
        edge.slowAfter = Duration.ofMillis(100);
        edge.graphql = call -> {
            var answer = new CompletableFuture<GraphqlAnswer>();
            answer.completeAsync(
                    () -> Edge.answer("{\"data\":1}").join(),
                    CompletableFuture.delayedExecutor(2500, TimeUnit.MILLISECONDS));
            return answer;
        };
        edge.start();
        assertThat(edge.post("/v1/graphql", "{}", "x-hasura-admin-secret", "s3cret")
                        .body())
                .isEqualTo("{\"data\":1}");
    }

    @Test
    void cancelsTheWorkWhenTheClientIsGone() throws Exception {
        var cancelled = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        edge.graphql = call -> {
            var answer = new CompletableFuture<GraphqlAnswer>();
            answer.whenComplete((a, e) -> {
                if (answer.isCancelled()) {
                    cancelled.countDown();
                }
            });
            asked.countDown();
            return answer;
        };
        edge.start();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.getOutputStream()
                    .write(bytes("POST /v1/graphql HTTP/1.1\r\nHost: a\r\nx-hasura-admin-secret: s3cret\r\n"
                            + "Content-Length: 2\r\n\r\n{}"));
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(cancelled.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(edge.seen).as("a client that left is no fault of ours").isEmpty();
    }

    @Test
    void connectionsAreSpreadOverTheEventLoops() throws IOException {
        var threads = ConcurrentHashMap.<String>newKeySet();
        edge.graphql = call -> {
            threads.add(Thread.currentThread().getName());
            return Edge.answer("{}");
        };
        edge.start();
        for (var i = 0; i < 4; i++) {
            talk("POST /v1/graphql HTTP/1.1\r\nHost: a\r\nx-hasura-admin-secret: s3cret\r\nConnection: close\r\n"
                    + "Content-Length: 2\r\n\r\n{}");
        }
        assertThat(threads).hasSize(2);
    }

    @Test
    void drainsBeforeItStops() {
        var release = new CompletableFuture<GraphqlAnswer>();
        edge.graphql = call -> release;
        edge.start();
        assertThat(edge.get("/healthz").statusCode()).isEqualTo(200);
        var underWay =
                CompletableFuture.supplyAsync(() -> edge.post("/v1/graphql", "{}", "x-hasura-admin-secret", "s3cret"));
        sleep(500);
        var stopping = edge.edge().stop(Duration.ofSeconds(20));
        sleep(300);
        assertThat(isRefused()).as("new connections are refused").isTrue();
        assertThat(stopping.isComplete()).isFalse();
        release.complete(Edge.answer("{\"data\":\"late\"}").join());
        assertThat(underWay.join().body()).isEqualTo("{\"data\":\"late\"}");
        var start = System.nanoTime();
        stopping.await();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void idleConnectionsDoNotHoldUpTheStop() throws IOException {
        edge.start();
        try (var idle = new Socket(InetAddress.getLoopbackAddress(), edge.port());
                var fresh = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            idle.getOutputStream().write(bytes(request("/healthz")));
            assertThat(idle.getInputStream().read()).isEqualTo('H');
            var start = System.nanoTime();
            edge.edge().stop(Duration.ofSeconds(20)).await();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            assertThat(fresh.isConnected()).isTrue();
        }
    }

    private boolean isRefused() {
        try {
            talk(last("/healthz"));
            return false;
        } catch (IOException | CompletionException e) {
            return true;
        }
    }

    private static String request(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    }

    private static String last(String path) {
        return "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    }

    /** Sends the bytes and reads until the server hangs up. */
    private String talk(String sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(bytes(sent));
            socket.getOutputStream().flush();
            if (sent.startsWith("\r\n")) {
                socket.shutdownOutput();
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException reset) {
            if (reset.getMessage().contains("refused")) {
                throw reset;
            }
            return "";
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
