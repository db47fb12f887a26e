package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.execute.Answer;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Calls;
import dev.dovetail.execute.Header;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.plan.Shape;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What handlers are sent. */
class ActionRequestsTest {
    private static final Shape ANYTHING = new Shape.Leaf("json", true);
    private static Vertx vertx;
    private static StubServer stub;
    private static HttpCalls http;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        stub = new StubServer();
        http = new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, new AddressPolicy.Anywhere());
    }

    @BeforeEach
    void reset() {
        stub.reply(200, "null");
    }

    @AfterAll
    static void stop() {
        stub.close();
        vertx.close().await();
    }

    @Test
    void theBodyIsTheReferences() {
        run(false, false, null, Calls.of("{\"name\": \"Ann\"}", Map.of("x-hasura-user-id", "7")));
        assertThat(stub.asked().method()).isEqualTo("POST");
        assertThat(stub.asked().body())
                .isEqualTo("{\"action\":{\"name\":\"doIt\"},\"input\":{\"name\":\"Ann\",\"fixed\":[1.50]},"
                        + "\"session_variables\":{\"x-hasura-role\":\"user\",\"x-hasura-user-id\":\"7\"},"
                        + "\"request_query\":\"query text\"}");
        run(false, false, null, Calls.plain());
        assertThat(stub.asked().body()).contains("\"input\":{\"fixed\":[1.50]}");
    }

    @Test
    void argumentsOfBuiltInTypesAreCoerced() {
        run(false, false, null, Calls.of("{\"id\": 12, \"counts\": 3}", Map.of()));
        assertThat(stub.asked().body()).contains("\"id\":\"12\",\"counts\":[3]");
        run(false, false, null, Calls.of("{\"id\": \"x\", \"counts\": [1, null]}", Map.of()));
        assertThat(stub.asked().body()).contains("\"id\":\"x\",\"counts\":[1,null]");
        assertThat(run(false, false, null, Calls.of("{\"counts\": [1, \"x\"]}", Map.of()))
                        .failures())
                .singleElement()
                .satisfies(failure -> assertThat(failure.toString())
                        .contains("$.counts[1]")
                        .contains("expected a 32-bit integer for type 'Int', but found a string"));
    }

    @Test
    void withoutForwardingOnlyConfiguredHeadersGo() {
        run(false, false, null, client("authorization", "Bearer t", "x-custom", "client", "x-hasura-user-id", "1"));
        sent("x-configured", "configured");
        sent("content-type", "application/json");
        sent("user-agent", "dovetail");
        sent("x-request-id", "request-1");
        notSent("authorization");
        sent("x-custom", "configured");
        notSent("x-hasura-user-id");
        notSent("x-hasura-role");
    }

    @Test
    @DisplayName("ACT-11: the client's headers win over the configured ones")
    void aClientsHeadersWinOverConfiguredOnes() {
        run(false, true, null, client("x-custom", "client", "authorization", "Bearer t"));
        sent("x-custom", "client");
        sent("x-configured", "configured");
        sent("authorization", "Bearer t");
    }

    @Test
    @DisplayName("ACT-11: the configured headers win when the option says so")
    void configuredHeadersWinWhenTheOptionSaysSo() {
        run(true, true, null, client("x-custom", "client"));
        sent("x-custom", "configured");
    }

    @Test
    @DisplayName(
            "ACT-10: the fourteen names that are not forwarded unless an action has its own, and those that never are")
    void whatIsNotForwarded() {
        run(
                false,
                true,
                null,
                client(
                        "host", "client.example",
                        "user-agent", "browser",
                        "origin", "http://client.example",
                        "referer", "http://client.example/page",
                        "accept", "text/html",
                        "accept-encoding", "gzip",
                        "accept-language", "is",
                        "accept-datetime", "Thu, 31 May 2007 20:35:00 GMT",
                        "cache-control", "no-store",
                        "content-md5", "Q2hlY2sgSW50ZWdyaXR5IQ==",
                        "dnt", "1",
                        "content-type", "text/plain",
                        "content-length", "99999",
                        "transfer-encoding", "chunked",
                        "te", "trailers",
                        "proxy-authorization", "secret",
                        "connection", "close, X-Private",
                        "x-private", "hop",
                        "x-hasura-admin-secret", "secret",
                        "x-hasura-role", "admin",
                        "cookie", "a=1"));
        sent("x-forwarded-host", "client.example");
        sent("x-forwarded-user-agent", "browser");
        sent("x-forwarded-origin", "http://client.example");
        sent("host", "127.0.0.1:" + stub.port());
        sent("user-agent", "dovetail");
        sent("content-type", "application/json");
        sent("cookie", "a=1");
        for (var name : List.of(
                "origin",
                "referer",
                "accept",
                "accept-encoding",
                "accept-language",
                "accept-datetime",
                "cache-control",
                "content-md5",
                "dnt",
                "transfer-encoding",
                "te",
                "proxy-authorization",
                "x-private",
                "x-hasura-admin-secret",
                "x-hasura-role")) {
            notSent(name);
        }
    }

    @Test
    @DisplayName("ACT-10: an action's own list replaces the usual one, but not what belongs to one hop")
    void anActionsOwnListReplacesTheUsualOneButNotWhatBelongsToOneHop() {
        run(
                false,
                true,
                Set.of("x-custom"),
                client("x-custom", "client", "referer", "page", "content-length", "99999", "te", "trailers"));
        sent("x-custom", "configured");
        sent("referer", "page");
        notSent("te");
    }

    @Test
    void traceContextIsPassedOn() {
        run(false, false, null, client("traceparent", "00-ab-cd-01", "tracestate", "k=v"));
        sent("traceparent", "00-ab-cd-01");
        sent("tracestate", "k=v");
    }

    @Test
    void textBeyondAsciiIsSentAsUtf8() {
        run(false, true, null, client("x-name", "Zoë"));
        sent(
                "x-name",
                new String(
                        "Zoë".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    @Test
    void aHeaderThatHoldsALineBreakIsNotSent() {
        for (var value : List.of("a\r\nX-Evil: 1", "a\nb", "a\u0000b")) {
            var answer = run(false, true, null, client("x-name", value));
            assertThat(answer.failures())
                    .singleElement()
                    .satisfies(failure -> assertThat(failure.toString())
                            .contains("http exception when calling webhook")
                            .contains("Invalid request header: x-name")
                            .doesNotContain("Evil"));
        }
    }

    @Test
    @DisplayName("ACT-13: cookies of the handler are told with the answer")
    void cookiesOfTheHandlerReachTheClient() {
        stub.reply(new StubServer.Reply(200, "null", Map.of("Set-Cookie", "abcd", "X-Other", "no")));
        assertThat(run(false, false, null, Calls.plain()).headers()).containsExactly(new Header("Set-Cookie", "abcd"));
    }

    private static Call client(String... headers) {
        var map = new LinkedHashMap<String, List<String>>();
        for (var i = 0; i < headers.length; i += 2) {
            map.put(headers[i], List.of(headers[i + 1]));
        }
        return Calls.of("{}", Map.of("x-hasura-user-id", "7"), map);
    }

    private static Answer run(boolean configuredFirst, boolean forward, @Nullable Set<String> ignored, Call call) {
        var configured =
                List.of(new OutboundHeader("X-Configured", "configured"), new OutboundHeader("X-Custom", "configured"));
        var given = new Actions.Given(stub.url(), ANYTHING, configured, forward, ignored, Duration.ofSeconds(5));
        return new Actions(http, configuredFirst).run(given, call);
    }

    private static void sent(String name, String value) {
        assertThat(stub.asked().headers().get(name)).as(name).containsExactly(value);
    }

    private static void notSent(String name) {
        assertThat(stub.asked().headers()).as(name).doesNotContainKey(name);
    }
}
