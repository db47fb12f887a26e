package dev.dovetail.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.error.Path;
import dev.dovetail.execute.ActionRunner;
import dev.dovetail.execute.Answer;
import dev.dovetail.execute.Call;
import dev.dovetail.execute.Caller;
import dev.dovetail.execute.Calls;
import dev.dovetail.execute.Executor;
import dev.dovetail.execute.FakeDatabases;
import dev.dovetail.execute.Header;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.RemoteRunner;
import dev.dovetail.graphql.ast.OperationKind;
import dev.dovetail.graphql.ast.TypeSyntax;
import dev.dovetail.graphql.sdl.TypeDefinitions;
import dev.dovetail.json.Json;
import dev.dovetail.metadata.HeaderConf;
import dev.dovetail.metadata.RemoteSchemaDefinition;
import dev.dovetail.metadata.UrlConf;
import dev.dovetail.model.EnvironmentText;
import dev.dovetail.model.OutboundHeader;
import dev.dovetail.model.RemoteSchema;
import dev.dovetail.model.ValueSource;
import dev.dovetail.name.RemoteSchemaName;
import dev.dovetail.name.SourceName;
import dev.dovetail.observe.Observer;
import dev.dovetail.plan.JoinTarget;
import dev.dovetail.plan.JoinTree;
import dev.dovetail.plan.Plan;
import dev.dovetail.plan.RemoteQuery;
import dev.dovetail.plan.Shape;
import dev.dovetail.plan.SqlCall;
import dev.dovetail.plan.Step;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RemoteSchemasTest {
    private static final Shape ANY = new Shape.Leaf("Any", true);
    private static final Shape OBJECT = new Shape.ObjectShape("T", List.of(taken("y", ANY), taken("x", ANY)), true);
    private static Vertx vertx;
    private static StubServer stub;
    private static Http http;

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        stub = new StubServer();
        http = new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, new AddressPolicy.Anywhere());
    }

    @BeforeEach
    void reset() {
        stub.reply(200, "{\"data\": {\"b\": {\"y\": 1}, \"a\": 2}}");
    }

    @AfterAll
    static void stop() {
        stub.close();
        vertx.close().await();
    }

    @Test
    void theRequestDeclaresItsVariables() {
        run(Calls.of("{\"id\": 5}", Map.of()));
        assertThat(stub.asked().body())
                .isEqualTo(
                        "{\"query\":\"query Mine($id: Int!, $opt: [String!]) {a: one(id: $id) b: two(l: $opt) { y x }}\","
                                + "\"variables\":{\"id\":5},\"operationName\":\"Mine\"}");
    }

    @Test
    void theAnswerIsToldInTheOrderOfTheRequest() {
        assertThat(data(OBJECT)).isEqualTo("{\"a\":2,\"b\":{\"y\":1,\"x\":null}}");
        stub.reply(
                200, "{\"data\": {\"b\": [null, {\"x\": [], \"y\": 1e2, \"z\": 3}], \"a\": null}, \"errors\": null}");
        assertThat(data(new Shape.ListOf(OBJECT, true))).isEqualTo("{\"a\":null,\"b\":[null,{\"y\":1E+2,\"x\":[]}]}");
        stub.reply(500, "{\"data\": {\"b\": null, \"a\": \"status does not count\"}}");
        assertThat(data(OBJECT)).isEqualTo("{\"a\":\"status does not count\",\"b\":null}");
    }

    @Test
    void answersThatAreNone() {
        fails("<html>", "Remote server response is not valid JSON");
        fails("[]", "expected Object, but encountered a list");
        fails("{}", "Missing \"data\" field with no errors in response from remote");
        fails("{\"data\": null}", "Received null \"data\" field with no errors in response from remote");
        fails("{\"data\": {}, \"errors\": []}", "Empty \"errors\" field in response from remote");
        fails("{\"data\": {}, \"errors\": 5}", "Invalid \"errors\" field in response from remote");
        fails("{\"data\": {\"a\": 1}}", "expecting key b");
    }

    @Test
    void errorsOfTheRemotePassAsTheyCome() {
        var errors = "[{\"message\":\"no\",\"path\":[\"a\",0],\"extensions\":{\"code\":\"X\"}}]";
        stub.reply(200, "{\"data\": {\"a\": 1, \"b\": null}, \"errors\": " + errors + "}");
        assertThat(failure())
                .isInstanceOfSatisfying(
                        Failure.Upstream.class,
                        upstream -> assertThat(Json.write(upstream.errors())).isEqualTo(errors));
    }

    @Test
    void anUnreachableRemoteIsNamedAndItsAddressIsNot() {
        var answer = executor(http)
                .run(plan(remote("http://127.0.0.1:1/secret-path", false), OBJECT), Calls.of("{\"id\": 5}", Map.of()));
        assertThat(answer.failures()).singleElement().isInstanceOfSatisfying(Failure.Own.class, own -> {
            assertThat(own.code()).isEqualTo(ErrorCode.REMOTE_SCHEMA_ERROR);
            assertThat(own.message()).isEqualTo("HTTP exception occurred while sending the request to \"far\"");
            assertThat(String.valueOf(own.internal()))
                    .contains("Connection failure")
                    .doesNotContain("secret");
        });
    }

    @Test
    @DisplayName("RSC-06: the metadata's headers win over the session's, and these over the client's")
    void configuredHeadersWinOverTheSessionsAndTheseOverTheClients() {
        var client = new LinkedHashMap<String, List<String>>();
        client.put("x-custom", List.of("client"));
        client.put("cookie", List.of("a=1"));
        client.put("x-hasura-user-id", List.of("forged"));
        client.put("content-type", List.of("text/plain"));
        var call = Calls.of("{\"id\": 5}", Map.of("x-hasura-user-id", "7", "x-hasura-team", "blue"), client);
        executor(http).run(plan(remote(stub.url(), true), OBJECT), call);
        var headers = stub.asked().headers();
        assertThat(headers.get("x-custom")).containsExactly("configured");
        assertThat(headers.get("x-hasura-team")).containsExactly("configured team");
        assertThat(headers.get("x-hasura-user-id")).containsExactly("7");
        assertThat(headers.get("x-hasura-role")).containsExactly("user");
        assertThat(headers.get("cookie")).containsExactly("a=1");
        assertThat(headers.get("content-type")).containsExactly("application/json");
        executor(http).run(plan(remote(stub.url(), false), OBJECT), call);
        assertThat(stub.asked().headers()).doesNotContainKey("cookie");
        assertThat(stub.asked().headers().get("x-hasura-user-id")).containsExactly("7");
    }

    @Test
    @DisplayName("RSC-07: cookies that the remote sets reach the client")
    void cookiesReachTheClient() {
        stub.reply(new StubServer.Reply(200, "{\"data\": {\"a\": 1, \"b\": 2}}", Map.of("Set-Cookie", "k=v")));
        assertThat(run(Calls.of("{\"id\": 5}", Map.of())).headers()).containsExactly(new Header("Set-Cookie", "k=v"));
    }

    @Test
    void aJoinAsksOncePerDistinctKeyInOneRequest() {
        stub.reply(200, "{\"data\": {\"_0\": {\"w\": {\"n\": \"one\"}}, \"_1\": {\"w\": null}}}");
        var answer = joined("{\"l\": [{\".k\": 1, \"j\": null}, {\".k\": null, \"j\": null}, {\".k\": 2, \"j\": null},"
                + " {\".k\": \"1\", \"j\": null}]}");
        assertThat(answer.data())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(
                        "{\"r\":{\"l\":[{\"j\":{\"n\":\"one\"}},{\"j\":null},{\"j\":null},{\"j\":{\"n\":\"one\"}}]}}");
        assertThat(stub.asked().body())
                .isEqualTo("{\"query\":\"query($v: Int, $_0_0: String!, $_1_0: String!) "
                        + "{ _0: f(k: $_0_0, v: $v) { w { n } } _1: f(k: $_1_0, v: $v) { w { n } } }\","
                        + "\"variables\":{\"v\":9,\"_0_0\":\"1\",\"_1_0\":\"2\"}}");
    }

    @Test
    void aClientsVariableMayBeNamedLikeOurs() {
        stub.reply(200, "{\"data\": {\"_0\": null}}");
        joined("{\"l\": [{\".k\": 1, \"j\": null}]}", "_0_0");
        assertThat(stub.asked().body())
                .isEqualTo("{\"query\":\"query($_0_0: Int, $__0_0: String!) "
                        + "{ _0: f(k: $__0_0, v: $_0_0) { w { n } } }\",\"variables\":{\"_0_0\":9,\"__0_0\":\"1\"}}");
    }

    @Test
    void errorsOfAJoinStandWhereTheFieldStands() {
        stub.reply(
                200, "{\"errors\": [{\"message\": \"no\", \"path\": [\"_1\", \"w\", \"n\"]}, {\"message\": \"x\"}]}");
        var answer = joined("{\"l\": [{\".k\": 1, \"j\": null}, {\".k\": 2, \"j\": null}]}");
        assertThat(answer.failures())
                .singleElement()
                .isInstanceOfSatisfying(
                        Failure.Upstream.class,
                        upstream -> assertThat(Json.write(upstream.errors()))
                                .isEqualTo(
                                        "[{\"message\":\"no\",\"path\":[\"r\",\"l\",1,\"j\",\"n\"]},{\"message\":\"x\"}]"));
    }

    @Test
    void introspection() {
        stub.reply(200, "{\"data\": {\"__schema\": {}}}");
        var answer = introspect("{{BASE}}/x");
        assertThat(Json.write(answer)).isEqualTo("{\"data\":{\"__schema\":{}}}");
        assertThat(stub.asked().target()).isEqualTo("/handler/x");
        assertThat(stub.asked().headers().get("authorization")).containsExactly("Bearer secret");
        assertThat(stub.asked().headers().get("x-hasura-role")).containsExactly("admin");
        assertThat(stub.asked().body()).contains("__schema");

        stub.reply(404, "not here");
        introspectionFails(
                "{{BASE}}",
                "the remote schema's answer to the introspection query is not valid JSON (HTTP status 404)");
        stub.reply(200, "{\"errors\": [{\"message\": \"introspection is off\"}]}");
        introspectionFails("{{BASE}}", "the remote schema refused the introspection query: introspection is off");
        stub.reply(200, "{\"data\": null}");
        introspectionFails("{{BASE}}", "the remote schema did not answer the introspection query with data");
        introspectionFails("{{NOT_SET}}", "environment variable 'NOT_SET' not set");
        introspectionFails(
                "http://127.0.0.1:1/{{NAME}}",
                "HTTP exception occurred while sending the request to \"http://127.0.0.1:1/{{NAME}}\""
                        + " (Connection failure: connection refused)");
    }

    private static JsonNode introspect(String url) {
        var environment = Map.of("BASE", stub.url(), "NAME", "secret", "TOKEN", "Bearer secret");
        var definition = new RemoteSchemaDefinition(
                new UrlConf.Literal(url),
                List.of(new HeaderConf.FromEnv("Authorization", "TOKEN")),
                false,
                2,
                null,
                Json.object());
        return new HttpIntrospector(http, new EnvironmentText(environment::get))
                .introspect(new RemoteSchemaName("far"), definition);
    }

    private static void introspectionFails(String url, String message) {
        var e = catchThrowableOfType(ApiException.class, () -> introspect(url));
        assertThat(e.failure()).isInstanceOfSatisfying(Failure.Own.class, own -> {
            assertThat(own.message()).isEqualTo(message);
            assertThat(own.path()).isEqualTo(Path.ROOT);
        });
    }

    private static void fails(String body, String message) {
        stub.reply(200, body);
        assertThat(failure()).isEqualTo(new Failure.Own(ErrorCode.REMOTE_SCHEMA_ERROR, Path.ROOT, message, null));
    }

    private static String data(Shape b) {
        var answer = executor(http).run(plan(remote(stub.url(), false), b), Calls.of("{\"id\": 5}", Map.of()));
        assertThat(answer.failures()).isEmpty();
        assertThat(answer.data()).isNotNull();
        return new String(answer.data(), StandardCharsets.UTF_8);
    }

    private static Failure failure() {
        var answer = run(Calls.of("{\"id\": 5}", Map.of()));
        assertThat(answer.data()).isNull();
        assertThat(answer.failures()).hasSize(1);
        return answer.failures().getFirst();
    }

    private static Answer run(Call call) {
        return executor(http).run(plan(remote(stub.url(), false), OBJECT), call);
    }

    private static Executor executor(Http http) {
        var caller = new Caller(http, Observer.NONE);
        return new Executor(
                source -> {
                    throw new IllegalStateException();
                },
                new ActionRunner(caller, false),
                new RemoteRunner(caller));
    }

    private static Plan plan(RemoteSchema remote, Shape b) {
        var shape = new Shape.ObjectShape("Query", List.of(taken("a", ANY), new Shape.Field.Taken("b", "b", b)), false);
        var query = new RemoteQuery(
                OperationKind.QUERY,
                "Mine",
                List.of(
                        new RemoteQuery.Variable(
                                "id", new TypeSyntax.NonNull(new TypeSyntax.Named("Int")), variable("id")),
                        new RemoteQuery.Variable(
                                "opt",
                                new TypeSyntax.ListOf(new TypeSyntax.NonNull(new TypeSyntax.Named("String"))),
                                variable("opt"))),
                "a: one(id: $id) b: two(l: $opt) { y x }");
        var step = new Step.RemoteCall(remote, List.of("a", "b"), query, shape, JoinTree.NONE);
        return new Plan(OperationKind.QUERY, List.of(step), List.of("a", "b"));
    }

    private static Shape.Field taken(String name, Shape shape) {
        return new Shape.Field.Taken(name, name, shape);
    }

    private static Answer joined(String value) {
        return joined(value, "v");
    }

    private static Answer joined(String value, String variable) {
        var target = new JoinTarget.ToRemote(
                remote(stub.url(), false),
                List.of(
                        new JoinTarget.Part.Text("f(k: "),
                        new JoinTarget.Part.Key(0),
                        new JoinTarget.Part.Text(", v: $" + variable + ") { w { n } }")),
                List.of(new JoinTarget.Carried(0, new TypeSyntax.NonNull(new TypeSyntax.Named("String")))),
                List.of(new RemoteQuery.Variable(
                        variable, new TypeSyntax.Named("Int"), new ValueSource.Literal(Json.read("9")))),
                List.of("w"),
                new Shape.Verbatim(true),
                JoinTree.NONE);
        var path = List.of("r", "l");
        var tree = new JoinTree(
                List.of(new JoinTree.Join(path, "j", List.of(".k"), target)), List.of(new JoinTree.Hidden(path, ".k")));
        var databases = new FakeDatabases((sql, _) -> sql);
        var caller = new Caller(http, Observer.NONE);
        var statement = new SqlCall("{\"r\": " + value + "}", List.of());
        var step = new Step.SqlQuery(new SourceName("db"), List.of("r"), statement, tree);
        return new Executor(databases, new ActionRunner(caller, false), new RemoteRunner(caller))
                .run(new Plan(OperationKind.QUERY, List.of(step), List.of("r")), Calls.plain());
    }

    private static ValueSource variable(String name) {
        return new ValueSource.Variable(name, List.of());
    }

    private static RemoteSchema remote(String url, boolean forward) {
        return new RemoteSchema(
                new RemoteSchemaName("far"),
                url,
                List.of(
                        new OutboundHeader("X-Custom", "configured"),
                        new OutboundHeader("X-Hasura-Team", "configured team")),
                forward,
                Duration.ofSeconds(5),
                new TypeDefinitions(new LinkedHashMap<>(), "Query", null, null));
    }
}
