package dev.dovetail.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How handlers are called: in which order, with which headers, and what of their headers comes back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActionCallsTest {
    private static final long FOR_THE_OTHER_MILLIS = 10_000;
    private static final long FOR_NOBODY_MILLIS = 300;

    private World usual;
    private World configuredFirst;

    @BeforeAll
    void start() throws IOException {
        usual = world(Map.of());
        configuredFirst = world(Map.of("HASURA_GRAPHQL_CONFIGURED_HEADER_PRECEDENCE", "true"));
    }

    private static World world(Map<String, String> env) throws IOException {
        var world = World.start(env);
        for (var query : List.of("first", "second")) {
            create(world, query, "query", "");
        }
        for (var mutation : List.of("one", "two")) {
            create(world, mutation, "mutation", "");
        }
        var forwarding = """
                , "forward_client_headers": true, "headers": [{"name": "x-fixed", "value": "configured"}]""";
        create(world, "open", "query", forwarding);
        create(world, "picky", "query", forwarding + ", \"ignored_client_headers\": [\"X-Mine\", \"x-fixed\"]");
        return world;
    }

    private static void create(World world, String name, String type, String more) {
        world.api().metadata("create_action", """
                {"name": "%s", "definition": {"type": "%s", "handler": "{{HANDLER_URL}}/%1$s", "output_type": "String"%s}}""".formatted(name, type, more));
    }

    @AfterAll
    void stop() {
        usual.close();
        configuredFirst.close();
    }

    @Test
    @DisplayName("ACT-31: query actions of one request are called at the same time")
    void queries() {
        var both = new CountDownLatch(2);
        usual.handler().answering(request -> {
            both.countDown();
            return text(opens(both, FOR_THE_OTHER_MILLIS) ? "together" : "alone");
        });
        check("{ first second }", """
                {"data": {"first": "together", "second": "together"}}""");
    }

    @Test
    @DisplayName("ACT-31: mutation actions of one request are called one after the other, in order")
    void mutations() {
        for (var order : List.of(List.of("one", "two"), List.of("two", "one"))) {
            var last = "/" + order.getLast();
            var began = new CountDownLatch(1);
            usual.handler().answering(request -> {
                if (request.path().equals(last)) {
                    began.countDown();
                    return text("last");
                }
                return text(opens(began, FOR_NOBODY_MILLIS) ? "overtaken" : "before it");
            });
            check("mutation { %s %s }".formatted(order.getFirst(), order.getLast()), """
                    {"data": {"%s": "before it", "%s": "last"}}""".formatted(
                            order.getFirst(), order.getLast()));
        }
    }

    @Test
    @DisplayName("ACT-31: a mutation action that fails keeps those after it from being called")
    void failing_mutations() {
        usual.handler().answering(request -> StubHandler.Answer.json(400, "{\"message\": \"no\"}"));
        check("mutation { one two }", """
                {"errors": [{"message": "no", "extensions": {"path": "$", "code": "unexpected"}}]}""");
        assertThat(usual.handler().received())
                .extracting(StubHandler.Received::path)
                .containsExactly("/one");
    }

    @Test
    @DisplayName("ACT-10: an action's ignored_client_headers are not forwarded, and what is usually ignored then is")
    void ignored_headers() {
        var client = usual.api()
                .with("X-Mine", "mine")
                .with("Referer", "http://page.example")
                .with("Accept-Language", "is")
                .with("Cache-Control", "no-store")
                .with("Accept-Encoding", "br")
                .with("DNT", "1");
        var open = called(usual, client, "open");
        assertThat(open.header("x-mine")).isEqualTo("mine");
        for (var name : List.of("referer", "accept-language", "cache-control", "dnt")) {
            assertThat(open.header(name)).as(name).isEmpty();
        }
        var picky = called(usual, client, "picky");
        assertThat(picky.header("x-mine")).isEmpty();
        assertThat(picky.header("referer")).isEqualTo("http://page.example");
        assertThat(picky.header("accept-language")).isEqualTo("is");
        assertThat(picky.header("cache-control")).isEqualTo("no-store");
        assertThat(picky.header("dnt")).isEqualTo("1");
        assertThat(picky.header("accept-encoding"))
                .as("the engine reads the answer")
                .isEmpty();
    }

    @Test
    @DisplayName("ACT-11: of one name the client's header wins over the configured one, or not when told so")
    void precedence() {
        for (var world : List.of(usual, configuredFirst)) {
            var client = world.api().with("x-fixed", "the client's");
            var open = called(world, client, "open");
            assertThat(open.headers().get("x-fixed"))
                    .containsExactly(world == configuredFirst ? "configured" : "the client's");
            var picky = called(world, client, "picky");
            assertThat(picky.headers().get("x-fixed")).containsExactly("configured");
        }
    }

    @Test
    @DisplayName("ACT-13: cookies that handlers set reach the client, of each action of the request")
    void cookies() {
        usual.handler().answering(request -> {
            var headers = Map.of("Set-Cookie", request.path().substring(1) + "=7; Path=/", "X-Other", "stays");
            return new StubHandler.Answer(200, headers, "\"ok\"", Duration.ZERO);
        });
        var reply = usual.api().post("/v1/graphql", Json.object().put("query", "mutation { one two }"));
        assertThat(reply.json()).isEqualTo(Json.read("{\"data\": {\"one\": \"ok\", \"two\": \"ok\"}}"));
        assertThat(reply.headers().get("set-cookie")).containsExactlyInAnyOrder("one=7; Path=/", "two=7; Path=/");
        assertThat(reply.header("x-other")).isEmpty();
    }

    private static StubHandler.Received called(World world, Api client, String action) {
        world.handler().answering(request -> text("ok"));
        Answers.assertSame(
                Json.read("{\"data\": {\"%s\": \"ok\"}}".formatted(action)), client.graphql("{ " + action + " }"));
        return world.handler().received().getFirst();
    }

    private static StubHandler.Answer text(String text) {
        return StubHandler.Answer.json(200, "\"" + text + "\"");
    }

    private static boolean opens(CountDownLatch latch, long millis) {
        try {
            return latch.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void check(String query, String answer) {
        Answers.assertSame(Json.read(answer), usual.api().graphql(query));
    }
}
