package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.Calls;
import dev.dovetail.execute.Header;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.execute.HttpFailure.Kind;
import dev.dovetail.json.Json;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.plan.Shape;
import io.vertx.core.Vertx;
import java.net.ServerSocket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Others that misbehave: every call ends in time, with a failure that gives no secret away. */
class HttpCallsTest {
    private static final String CANARY = "canary-7f3a";
    private static final int CAP = 100_000;
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(10);
    private static Vertx vertx;
    private static HttpCalls http;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        http = new HttpCalls(
                vertx, new HttpCalls.Limits(CAP, Duration.ofSeconds(2), 10, 10), new AddressPolicy.Anywhere());
    }

    @AfterAll
    static void stop() {
        vertx.close().await();
    }

    @Test
    void silence() throws Exception {
        misbehaves(Kind.RESPONSE_TIMEOUT, connection -> Thread.sleep(10_000));
    }

    @Test
    void silenceAfterTheHead() throws Exception {
        misbehaves(Kind.RESPONSE_TIMEOUT, connection -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n");
            Thread.sleep(10_000);
        });
    }

    @Test
    void aByteNowAndThen() throws Exception {
        misbehaves(Kind.RESPONSE_TIMEOUT, connection -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n");
            for (var i = 0; i < 1_000; i++) {
                RawServer.write(connection, " ");
                Thread.sleep(50);
            }
        });
    }

    @Test
    void aHugeBody() throws Exception {
        misbehaves(Kind.TOO_LARGE, connection -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
            var chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
            while (true) {
                RawServer.write(connection, chunk);
            }
        });
    }

    @Test
    void aBodyShorterThanSaid() throws Exception {
        misbehaves(
                Kind.NO_RESPONSE,
                connection -> RawServer.write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort"));
    }

    @Test
    void noAnswerAtAll() throws Exception {
        misbehaves(Kind.NO_RESPONSE, connection -> {});
    }

    @Test
    void aReset() throws Exception {
        misbehaves(Kind.NO_RESPONSE, connection -> connection.setSoLinger(true, 0));
    }

    @Test
    void notHttp() throws Exception {
        misbehaves(Kind.MALFORMED, connection -> RawServer.write(connection, "SSH-2.0-nonsense\r\n\r\n\r\n"));
    }

    @Test
    void anEndlessHead() throws Exception {
        misbehaves(Kind.MALFORMED, connection -> {
            RawServer.write(connection, "HTTP/1.1 200 OK\r\n");
            while (true) {
                RawServer.write(connection, "X-More: " + "y".repeat(1_000) + "\r\n");
            }
        });
    }

    @Test
    void tlsToAServerWithoutIt() throws Exception {
        try (var server = new RawServer(connection -> RawServer.write(connection, "HTTP/1.1 400 Bad\r\n\r\n"))) {
            fails(Kind.TLS, server.url().replace("http:", "https:"), List.of());
        }
    }

    @Test
    void nobodyThere() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        fails(Kind.CONNECTION_FAILURE, "http://127.0.0.1:" + port + "/" + CANARY, List.of());
        fails(Kind.CONNECTION_FAILURE, "http://no-such-host.invalid/" + CANARY, List.of());
    }

    @Test
    void addressesThatAreNone() {
        for (var url : List.of(
                "", "nonsense", "ftp://host/", "file:///etc/passwd", "http://", "http://host:99999/", "http://a b/")) {
            fails(Kind.INVALID_URL, url, List.of());
        }
    }

    @Test
    void aWayRoundIsNotFollowed() throws Exception {
        try (var target = new StubServer();
                var server = new RawServer(connection -> RawServer.write(
                        connection,
                        "HTTP/1.1 302 Found\r\nLocation: " + target.url() + "\r\nContent-Length: 0\r\n\r\n"))) {
            assertThat(http.send(request(server.url(), List.of(), LONG)).status())
                    .isEqualTo(302);
            assertThat(target.asked().method()).isEmpty();
        }
    }

    @Test
    void userAndPasswordOfTheAddressAreSent() {
        try (var stub = new StubServer()) {
            http.send(request(stub.url().replace("//", "//me:p%40ss@") + "?q=1", List.of(), LONG));
            assertThat(stub.asked().headers().get("authorization")).containsExactly("Basic bWU6cEBzcw==");
            assertThat(stub.asked().target()).isEqualTo("/handler?q=1");
        }
    }

    @Test
    void headersThatCouldSmuggle() {
        fails(Kind.INVALID_REQUEST_HEADER, "http://127.0.0.1:1/", List.of(new Header("X", "a\r\nY: b")));
        fails(Kind.INVALID_REQUEST_HEADER, "http://127.0.0.1:1/", List.of(new Header("X Y", "a")));
        fails(Kind.INVALID_REQUEST_HEADER, "http://127.0.0.1:1/", List.of(new Header("", "a")));
    }

    @Test
    void aCallThatNobodyWaitsForIsGivenUp() throws Exception {
        var connected = new CompletableFuture<@Nullable Void>();
        var closed = new CompletableFuture<@Nullable Void>();
        try (var server = new RawServer(connection -> {
            connected.complete(null);
            while (connection.getInputStream().read() >= 0) {
                // Reads on until the client closes.
            }
            closed.complete(null);
        })) {
            var failure = new CompletableFuture<HttpFailure>();
            var thread = Thread.ofVirtual()
                    .start(() -> failure.complete(
                            catchThrowableOfType(HttpFailure.class, () -> http.send(slow(server.url())))));
            connected.get(5, TimeUnit.SECONDS);
            thread.interrupt();
            assertThat(failure.get(5, TimeUnit.SECONDS).kind()).isEqualTo(Kind.CANCELLED);
            closed.get(5, TimeUnit.SECONDS);
        } catch (SocketException _) {
            assertThat(closed).isDone();
        }
    }

    private static Http.Request slow(String url) {
        return new Http.Request("POST", url, List.of(), new byte[0], Duration.ofSeconds(30));
    }

    /** Checks the call itself, then what an action makes of it. */
    private static void misbehaves(Kind kind, RawServer.Behaviour behaviour) throws Exception {
        try (var server = new RawServer(behaviour)) {
            fails(kind, server.url() + CANARY, List.of());
            actionFails(server.url() + CANARY, kind);
        }
    }

    private static void actionFails(String url, Kind kind) {
        var secret = List.of(new OutboundHeader("Authorization", "secret-" + CANARY));
        var given = new Actions.Given(url, new Shape.Leaf("json", true), secret, false, null, timeout(kind));
        var answer = new Actions(http, false).run(given, Calls.plain());
        assertThat(answer.data()).isNull();
        assertThat(answer.failures()).singleElement().isInstanceOfSatisfying(Failure.Own.class, own -> {
            assertThat(own.code()).isEqualTo(ErrorCode.UNEXPECTED);
            assertThat(own.message()).isEqualTo("http exception when calling webhook");
            assertThat(own.internal()).isNotNull();
            assertThat(own.internal().path("error").path("message").stringValue())
                    .startsWith(new HttpFailure(kind).words());
            // The address is told, as the metadata has it, to those who may see what is internal.
            assertThat(Json.write(own.internal())).doesNotContain("secret-" + CANARY);
        });
    }

    private static void fails(Kind kind, String url, List<Header> headers) {
        var start = System.nanoTime();
        var failure = catchThrowableOfType(HttpFailure.class, () -> http.send(request(url, headers, timeout(kind))));
        assertThat(failure).as("%s at %s", kind, url).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.getMessage()).doesNotContain(CANARY);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONG);
    }

    private static Duration timeout(Kind kind) {
        return kind == Kind.RESPONSE_TIMEOUT ? SHORT : LONG;
    }

    private static Http.Request request(String url, List<Header> headers, Duration timeout) {
        var all = new ArrayList<>(headers);
        all.add(new Header("Authorization", CANARY));
        return new Http.Request("POST", url, url.contains("@") ? headers : all, new byte[100], timeout);
    }
}
