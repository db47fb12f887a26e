package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.execute.Calls;
import dev.dovetail.json.Json;
import dev.dovetail.plan.Shape;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** What becomes of the answers of handlers. */
class ActionAnswersTest {
    private static Vertx vertx;
    private static StubServer stub;
    private static Actions actions;

    private static final Shape STRING = new Shape.Leaf("String", false);
    private static final Shape INT = new Shape.Leaf("Int", true);
    private static final Shape UUID = new Shape.Leaf("uuid", false);
    private static final Shape COLOUR = new Shape.EnumLeaf("Colour", Set.of("RED", "BLUE"), true);
    private static final Shape ADDRESS = object("Address", true, taken("town", "city", new Shape.Leaf("String", true)));
    private static final Shape USER = object(
            "User",
            false,
            taken("id", "id", UUID),
            new Shape.Field.TypeName("kind"),
            taken("n", "age", INT),
            taken("home", "address", ADDRESS),
            taken("more", "addresses", new Shape.ListOf(ADDRESS, true)),
            new Shape.Field.Joined("joined"));
    private static final Shape USERS = new Shape.ListOf(object("User", true, taken("id", "id", UUID)), false);

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        stub = new StubServer();
        actions = new Actions(new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, new AddressPolicy.Anywhere()), false);
    }

    @AfterAll
    static void stop() {
        stub.close();
        vertx.close().await();
    }

    @Test
    void objectsAreToldInTheOrderAndUnderTheNamesOfTheRequest() {
        answers(
                USER,
                "{\"extra\": 1, \"age\": 1.500, \"address\": {\"city\": \"X\", \"zip\": 1}, \"id\": \"u\"}",
                "{\"id\":\"u\",\"kind\":\"User\",\"n\":1.500,\"home\":{\"town\":\"X\"},\"more\":null,\"joined\":null}");
        answers(
                USER,
                "{\"id\": 12345678901234567890, \"addresses\": [null, {\"city\": null}, {}], \"address\": null}",
                "{\"id\":12345678901234567890,\"kind\":\"User\",\"n\":null,\"home\":null,"
                        + "\"more\":[null,{\"town\":null},{\"town\":null}],\"joined\":null}");
        fails(USER, "null", "got null for the action webhook response");
        fails(USER, "{}", "field \"id\" expected in webhook response, but not found");
        fails(USER, "{\"id\": null}", "expecting not null value for field \"id\"");
        fails(USER, "[]", "got array for the action webhook response, expecting User");
        fails(USER, "\"u\"", "got scalar String for the action webhook response, expecting User");
        fails(USER, "17", "got scalar String for the action webhook response, expecting User");
        fails(USER, "true", "got scalar Boolean for the action webhook response, expecting User");
        fails(
                USER,
                "{\"id\": \"u\", \"addresses\": {}}",
                "expecting array for field \"addresses\" in the action webhook response");
        fails(
                USER,
                "{\"id\": \"u\", \"address\": \"here\"}",
                "got scalar String for field \"address\" in the action webhook response, expecting Address");
        fails(
                USER,
                "{\"id\": \"u\", \"age\": {}}",
                "got object for field \"age\" in the action webhook response, expecting Int");
    }

    @Test
    void listsKeepTheirOrder() {
        answers(USERS, "[{\"id\": 3}, {\"id\": 1}, null, {\"id\": 3}]", "[{\"id\":3},{\"id\":1},null,{\"id\":3}]");
        answers(USERS, "[]", "[]");
        answers(new Shape.ListOf(STRING, false), "[\"a\", \"\"]", "[\"a\",\"\"]");
        fails(USERS, "{\"id\": 1}", "expecting array for the action webhook response");
        fails(USERS, "null", "got null for the action webhook response");
        fails(USERS, "[{\"id\": 1}, {}]", "field \"id\" expected in webhook response, but not found");
        fails(new Shape.ListOf(STRING, false), "[\"a\", null]", "got null for the action webhook response");
        fails(
                new Shape.ListOf(INT, false),
                "[\"a\"]",
                "got scalar String for the action webhook response, expecting Int");
    }

    @Test
    void scalars() {
        answers(STRING, "\"text\"", "\"text\"");
        answers(INT, "7", "7");
        answers(INT, "null", "null");
        answers(new Shape.Leaf("Float", false), "1e3", "1E+3");
        answers(new Shape.Leaf("Boolean", false), "false", "false");
        answers(new Shape.Leaf("ID", false), "\"x\"", "\"x\"");
        answers(new Shape.Leaf("json", false), "{\"b\":[1],\"a\":null}", "{\"b\":[1],\"a\":null}");
        answers(UUID, "5", "5");
        answers(COLOUR, "\"RED\"", "\"RED\"");
        fails(COLOUR, "\"GREEN\"", "got scalar String for the action webhook response, expecting Colour");
        fails(STRING, "{\"id\": 1}", "got object for the action webhook response, expecting String");
        fails(STRING, "1", "got scalar String for the action webhook response, expecting String");
        fails(STRING, "[]", "got array for the action webhook response, expecting String");
        fails(INT, "true", "got scalar Boolean for the action webhook response, expecting Int");
    }

    @Test
    void rubbishIsNotJson() {
        for (var body : List.of("", "<html>", "{\"id\": 1", "{} {}", "NaN", "[".repeat(2_000))) {
            failure(200, body, "not a valid json response from webhook");
        }
        failure(500, "<html>down</html>", "not a valid json response from webhook");
        failure(404, "not found", "not a valid json response from webhook");
    }

    @Test
    void otherStatuses() {
        failure(500, "{\"message\": \"secret detail\"}", "internal error");
        failure(503, "{}", "internal error");
        failure(302, "{}", "internal error");
        failure(304, "", "not a valid json response from webhook");
        stub.reply(201, "\"made\"");
        assertThat(data(STRING)).isEqualTo("{\"key\":\"made\"}");
    }

    @Test
    void handlersRefuse() {
        refuses("{\"message\": \"no\"}", "no", "{\"path\":\"$\",\"code\":\"unexpected\"}");
        refuses("{\"message\": \"no\", \"code\": \"mine\"}", "no", "{\"path\":\"$\",\"code\":\"mine\"}");
        refuses(
                "{\"message\": \"no\", \"code\": \"root\", \"extensions\": {\"code\": \"inner\", \"x\": 1}}",
                "no",
                "{\"code\":\"inner\",\"x\":1}");
        refuses(
                "{\"message\": \"no\", \"code\": \"lost\", \"extensions\": {\"foo\": \"bar\"}}",
                "no",
                "{\"foo\":\"bar\"}");
        refuses("{\"message\": \"no\", \"extensions\": null}", "no", "{\"path\":\"$\",\"code\":\"unexpected\"}");
        malformedRefusal("{\"code\": \"x\"}", "key \"message\" not found");
        malformedRefusal("{\"message\": 5}", "expected String, but encountered a number");
        malformedRefusal("{\"message\": \"m\", \"code\": 5}", "expected String, but encountered a number");
        malformedRefusal("\"just text\"", "expected Object, but encountered a string");
    }

    @Test
    void internalTellsWhatWasSentAndWhatCame() {
        stub.reply(new StubServer.Reply(500, "{\"oh\": 1}", Map.of("X-Answer", "yes")));
        var internal = ((Failure.Own) failure(STRING)).internal();
        assertThat(internal).isNotNull();
        assertThat(internal.path("error").stringValue()).isEqualTo("expecting 2xx or 4xx status code, but found 500");
        var request = (ObjectNode) internal.path("request");
        assertThat(request.remove("url").stringValue()).endsWith("/handler");
        assertThat(Json.write(request))
                .isEqualTo("{\"action\":{\"name\":\"doIt\"},\"input\":{\"name\":\"Ann\",\"fixed\":[1.50]},"
                        + "\"request_query\":\"query text\",\"transformed_request\":null}");
        assertThat(internal.path("response").path("status").intValue()).isEqualTo(500);
        assertThat(Json.write(internal.path("response").path("body"))).isEqualTo("{\"oh\":1}");
        assertThat(Json.write(internal.path("response").path("headers"))).contains("X-answer");
    }

    private static void answers(Shape shape, String body, String expected) {
        stub.reply(200, body);
        assertThat(data(shape)).as(body).isEqualTo("{\"key\":" + expected + "}");
    }

    private static void fails(Shape shape, String body, String message) {
        stub.reply(200, body);
        own(failure(shape), ErrorCode.UNEXPECTED, message);
    }

    private static void failure(int status, String body, String message) {
        stub.reply(status, body);
        own(failure(USER), ErrorCode.UNEXPECTED, message);
    }

    private static void refuses(String body, String message, String extensions) {
        stub.reply(400, body);
        assertThat(failure(USER)).isInstanceOfSatisfying(Failure.Handler.class, handler -> {
            assertThat(handler.message()).isEqualTo(message);
            assertThat(Json.write(handler.extensions())).isEqualTo(extensions);
        });
    }

    private static void malformedRefusal(String body, String message) {
        stub.reply(422, body);
        own(failure(USER), ErrorCode.PARSE_FAILED, "parsing the webhook's error response failed, " + message);
    }

    private static void own(Failure failure, ErrorCode code, String message) {
        assertThat(failure).isInstanceOfSatisfying(Failure.Own.class, own -> {
            assertThat(own.message()).isEqualTo(message);
            assertThat(own.code()).isEqualTo(code);
            assertThat(own.path().text()).startsWith(Path.ROOT.text());
            assertThat(own.internal()).isNotNull();
        });
    }

    private static String data(Shape shape) {
        var answer = actions.run(Actions.Given.at(stub.url(), shape), Calls.of("{\"name\": \"Ann\"}", Map.of()));
        assertThat(answer.failures()).isEmpty();
        assertThat(answer.data()).isNotNull();
        return new String(answer.data(), StandardCharsets.UTF_8);
    }

    private static Failure failure(Shape shape) {
        var answer = actions.run(Actions.Given.at(stub.url(), shape), Calls.of("{\"name\": \"Ann\"}", Map.of()));
        assertThat(answer.data()).isNull();
        assertThat(answer.failures()).hasSize(1);
        return answer.failures().getFirst();
    }

    private static Shape object(String type, boolean nullable, Shape.Field... fields) {
        return new Shape.ObjectShape(type, List.of(fields), nullable);
    }

    private static Shape.Field taken(String key, String name, Shape shape) {
        return new Shape.Field.Taken(key, name, shape);
    }
}
