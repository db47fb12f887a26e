package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.execute.HttpFailure.Kind;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The policy of addresses where it counts: between a name's meaning and the connection. */
class DestinationsTest {
    private static Vertx vertx;
    private static StubServer stub;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        stub = new StubServer();
    }

    @AfterAll
    static void stop() {
        stub.close();
        vertx.close().await();
    }

    @Test
    void addressesAreRefusedHoweverTheyAreWritten() {
        var before = stub.asked();
        var http = http("public");
        for (var host : List.of(
                "127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "0.0.0.0", "[::]")) {
            assertThat(failure(http, "http://" + host + ":" + stub.port() + "/"))
                    .as(host)
                    .isEqualTo(Kind.FORBIDDEN_ADDRESS);
        }
        for (var host : List.of("0x7f.1", "2130706433", "0177.0.0.1", "127.1")) {
            assertThat(failure(http, "http://" + host + ":" + stub.port() + "/"))
                    .as(host)
                    .isIn(Kind.FORBIDDEN_ADDRESS, Kind.CONNECTION_FAILURE);
        }
        assertThat(stub.asked()).isSameAs(before);
    }

    @Test
    void whatIsAllowedIsCalledUnderItsName() {
        try (var own = new StubServer()) {
            for (var policy : List.of("127.0.0.0/8,::1", "localhost", "public,localhost", "any")) {
                own.reply(200, policy);
                var url = "http://localhost:" + own.port() + "/x";
                assertThat(new String(call(http(policy), url).body(), StandardCharsets.UTF_8))
                        .isEqualTo(policy);
                assertThat(own.asked().headers().get("host")).containsExactly("localhost:" + own.port());
            }
        }
    }

    @Test
    void theCheckedAddressIsTheOneConnectedTo() {
        // A name that stands for an allowed address when it is checked and for another one when it is asked again.
        var meanings = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
        var http = http("127.0.0.1", _ -> Future.succeededFuture(InetAddress.ofLiteral(meanings.remove())));
        assertThat(call(http, "http://rebound.example:" + stub.port() + "/").status())
                .isEqualTo(200);
        assertThat(failure(http, "http://rebound.example:" + stub.port() + "/")).isEqualTo(Kind.FORBIDDEN_ADDRESS);
        assertThat(meanings).isEmpty();
    }

    @Test
    void tlsIsAskedForByName() throws Exception {
        var hello = new CompletableFuture<String>();
        try (var server = new RawServer(connection -> hello.complete(start(connection.getInputStream())))) {
            var http = http("127.0.0.1", _ -> Future.succeededFuture(InetAddress.ofLiteral("127.0.0.1")));
            var url = server.url().replace("http://127.0.0.1", "https://service.example");
            // The hello is all that counts: nobody answers it.
            assertThat(failure(http, url)).isIn(Kind.TLS, Kind.NO_RESPONSE, Kind.RESPONSE_TIMEOUT);
            assertThat(hello.get(20, TimeUnit.SECONDS)).contains("service.example");
        }
    }

    @Test
    void aNameThatIsUnknownOrTakesTooLong() {
        var unknown = http("public", _ -> Future.failedFuture(new UnknownHostException("secret")));
        assertThat(failure(unknown, "http://nowhere.example/")).isEqualTo(Kind.CONNECTION_FAILURE);
        var slow = http("public", _ -> Promise.<InetAddress>promise().future());
        assertThat(failure(slow, "http://nowhere.example/")).isEqualTo(Kind.RESPONSE_TIMEOUT);
    }

    private static String start(InputStream stream) throws java.io.IOException {
        var bytes = new byte[4_096];
        return new String(bytes, 0, Math.max(0, stream.read(bytes)), StandardCharsets.ISO_8859_1);
    }

    private static Http http(String policy) {
        return new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, AddressPolicy.parse(policy));
    }

    private static Http http(String policy, Destinations.Resolver resolver) {
        return new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, new Destinations(resolver, AddressPolicy.parse(policy)));
    }

    private static Kind failure(Http http, String url) {
        return catchThrowableOfType(HttpFailure.class, () -> call(http, url)).kind();
    }

    private static Http.Response call(Http http, String url) {
        return http.send(new Http.Request("POST", url, List.of(), new byte[0], Duration.ofSeconds(5)));
    }
}
