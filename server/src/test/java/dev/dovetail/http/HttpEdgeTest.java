package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Path;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlCall;
import dev.dovetail.request.GraphqlService;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpEdgeTest {
    private static final String[] ADMIN = {"x-hasura-admin-secret", "s3cret"};

    private final Edge edge = new Edge();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void answersGraphqlInTheReferencesContentType() {
        edge.start();
        var answer = edge.post("/v1/graphql", "{}", ADMIN);
        check(answer, 200, "{\"data\":{\"role\":\"admin\"}}");
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json; charset=utf-8");
        assertThat(answer.headers().firstValue("x-request-id"))
                .hasValueSatisfying(id -> assertThat(id).hasSize(36));
    }

    @Test
    void tellsAuthenticationFailuresInEachEndpointsWay() {
        edge.start();
        check(edge.post("/v1/graphql", "{}"), 200, """
                {"errors":[{"message":"x-hasura-admin-secret/x-hasura-access-key required, but not found",\
                "extensions":{"path":"$","code":"access-denied"}}]}""");
        check(edge.post("/v1/metadata", "{}"), 401, """
                {"path":"$","error":"x-hasura-admin-secret/x-hasura-access-key required, but not found",\
                "code":"access-denied"}""");
        assertThat(edge.post("/v1alpha1/graphql", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void keepsThe401WhenToldTo() {
        edge.preserve401 = true;
        edge.start();
        assertThat(edge.post("/v1/graphql", "{}").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesAdminEndpointsWithTheCodesStatus() {
        edge.admin = (session, body, stoppable) -> {
            throw new ApiException(ErrorCode.CONFLICT, Path.ROOT.key("args"), "somebody was faster");
        };
        edge.start();
        check(
                edge.post("/v1/metadata", "{}", ADMIN),
                409,
                "{\"path\":\"$.args\",\"error\":\"somebody was faster\",\"code\":\"conflict\"}");
        assertThat(edge.post("/v2/query", "{", ADMIN).statusCode()).isEqualTo(400);
        assertThat(edge.post("/v2/query", "", ADMIN).body()).contains("invalid-json");
    }

    @Test
    void passesJsonThroughAdminEndpoints() {
        edge.start();
        for (var path : new String[] {"/v1/metadata", "/v2/query", "/v1/query"}) {
            check(edge.post(path, "{\"type\":\"x\",\"n\":1.50}", ADMIN), 200, "{\"type\":\"x\",\"n\":1.50}");
        }
    }

    @Test
    void tellsTheConfigurationToAdministratorsOnly() {
        edge.start();
        check(edge.get("/v1alpha1/config", ADMIN), 200, "{\"is_jwt_set\":false}");
        assertThat(edge.get("/v1alpha1/config", "x-hasura-admin-secret", "s3cret", "x-hasura-role", "user")
                        .statusCode())
                .isEqualTo(400);
        assertThat(edge.get("/v1alpha1/config").statusCode()).isEqualTo(401);
    }

    @Test
    void leadsUnknownPathsNowhere() {
        edge.start();
        var notFound = "{\"path\":\"$\",\"error\":\"resource does not exist\",\"code\":\"not-found\"}";
        check(edge.get("/nowhere"), 404, notFound);
        check(edge.post("/nowhere", "{}"), 404, notFound);
        check(edge.get("/v1/metadata"), 404, notFound);
        check(edge.get("/v1/graphql/"), 200, edge.get("/v1/graphql").body());
        var other = edge.send("DELETE", "/v1/metadata", "");
        assertThat(other.statusCode()).isEqualTo(405);
        assertThat(other.headers().firstValue("allow")).hasValue("POST");
        assertThat(edge.send("DELETE", "/nowhere", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesGraphqlByGet() {
        edge.start();
        check(edge.get("/v1/graphql?query=%7Ba%7D", ADMIN), 200, """
                {"errors":[{"message":"PersistedQueryNotSupported",\
                "extensions":{"path":"$","code":"not-supported"}}]}""");
    }

    @Test
    void tellsASchemaOnceAndOnlyToWhoDoesNotHaveIt() {
        var asked = new AtomicInteger();
        var state = new AtomicReference<Object>("first");
        edge.graphql = new GraphqlService() {
            @Override
            public CompletionStage<GraphqlAnswer> answer(GraphqlCall call) {
                asked.incrementAndGet();
                var question = Json.read(call.body()).path("query").asString("");
                var known = question.contains("__schema")
                        && !call.session().role().value().equals("nobody");
                return Edge.answer(
                        known
                                ? "{\"data\":\"" + call.session().role() + " " + state.get() + "\"}"
                                : "{\"errors\":[{\"message\":\"no\",\"extensions\":{\"code\":\"c\",\"path\":\"$\"}}]}");
            }

            @Override
            public Object schemas() {
                return state.get();
            }
        };
        edge.start();
        var path = "/v1/graphql/schema";
        var first = edge.get(path, ADMIN);
        check(first, 200, "{\"data\":\"admin first\"}");
        assertThat(first.headers().firstValue("cache-control")).hasValue("private, no-cache");
        var tag = first.headers().firstValue("etag").orElseThrow();
        var have = with(ADMIN, "If-None-Match", tag);
        assertThat(edge.get(path, have).statusCode()).isEqualTo(304);
        assertThat(edge.get(path, have).body()).isEmpty();
        assertThat(tag).as("the same, packed or not").startsWith("W/\"");
        checkKnown(path, tag.substring(2), true);
        checkKnown(path, "\"other\" ,W/\"third\", " + tag, true);
        checkKnown(path, "*", true);
        checkKnown(path, "\"other\", W/\"third\"", false);
        checkKnown(path, tag.substring(3), false);
        assertThat(asked).hasValue(1);
        check(edge.get(path, with(have, "x-hasura-role", "user")), 200, "{\"data\":\"user first\"}");
        state.set("second");
        check(edge.get(path, have), 200, "{\"data\":\"admin second\"}");
        assertThat(asked).hasValue(3);
        assertThat(edge.get(path + "/lines", ADMIN).statusCode()).isEqualTo(200);
        assertThat(asked).as("lines are made of what is known").hasValue(3);
        assertThat(edge.get(path, with(ADMIN, "x-hasura-role", "nobody")).body())
                .contains("\"message\":\"no\"");
        assertThat(edge.get(path).body()).contains("access-denied");
        assertThat(edge.get(path + "/lines").body()).contains("access-denied");
        assertThat(edge.get(path + "/lines", with(ADMIN, "x-hasura-role", "nobody"))
                        .body())
                .contains("\"message\":\"no\"");
    }

    private void checkKnown(String path, String tags, boolean known) {
        assertThat(edge.get(path, with(ADMIN, "If-None-Match", tags)).statusCode())
                .as(tags)
                .isEqualTo(known ? 304 : 200);
    }

    private static String[] with(String[] headers, String name, String value) {
        var more = Arrays.copyOf(headers, headers.length + 2);
        more[headers.length] = name;
        more[headers.length + 1] = value;
        return more;
    }

    @Test
    void tellsItsHealthAndVersion() {
        edge.start();
        check(edge.get("/healthz"), 200, "OK");
        check(edge.get("/v1/version"), 200, "{\"version\":\"v1.2.3\",\"server_type\":\"ce\"}");
        edge.readiness = () -> new Readiness.Serving(true);
        check(edge.get("/hasura/healthz"), 200, "WARN: inconsistent objects in schema");
        check(edge.get("/healthz?strict=true"), 500, "ERROR: inconsistent objects in schema");
        edge.readiness = () -> new Readiness.CutOff("the metadata database is down");
        check(
                edge.get("/healthz"),
                503,
                "{\"path\":\"$\",\"error\":\"the metadata database is down\",\"code\":\"unavailable\"}");
        assertThat(edge.post("/v1/graphql", "{}", ADMIN).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesEverythingUntilItIsReady() {
        edge.readiness = () -> new Readiness.NotReady("starting");
        edge.start();
        check(edge.post("/v1/graphql", "{}", ADMIN), 503, """
                {"errors":[{"message":"starting","extensions":{"path":"$","code":"unavailable"}}]}""");
        assertThat(edge.post("/v1/metadata", "{}", ADMIN).statusCode()).isEqualTo(503);
        assertThat(edge.get("/healthz").statusCode()).isEqualTo(503);
        assertThat(edge.get("/v1/version").statusCode()).isEqualTo(200);
    }

    @Test
    void echoesAFitRequestIdOnly() {
        edge.start();
        assertThat(idOf(edge.post("/v1/graphql", "{}", "x-request-id", "abc-1")))
                .isEqualTo("abc-1");
        assertThat(idOf(edge.get("/nowhere", "x-request-id", "abc-2"))).isEqualTo("abc-2");
        assertThat(idOf(edge.get("/healthz", "x-request-id", "a b"))).hasSize(36);
        assertThat(idOf(edge.get("/healthz", "x-request-id", "x".repeat(300)))).hasSize(36);
    }

    @Test
    void handsOnHeadersWithoutOurSecrets() {
        var call = new AtomicReference<GraphqlCall>();
        edge.graphql = received -> {
            call.set(received);
            return Edge.answer("{}");
        };
        edge.start();
        edge.post(
                "/v1/graphql", "{\"q\":1}", "X-Hasura-Admin-Secret", "s3cret", "X-Custom", "V", "x-request-id", "id1");
        assertThat(new String(call.get().body(), StandardCharsets.UTF_8)).isEqualTo("{\"q\":1}");
        assertThat(call.get().clientHeaders()).containsKeys("x-custom", "x-request-id", "user-agent");
        assertThat(call.get().clientHeaders().toString()).doesNotContain("s3cret");
        assertThat(call.get().session().variables()).doesNotContainValue("s3cret");
        assertThat(call.get().requestId()).isEqualTo("id1");
    }

    @Test
    void compressesWhatIsWorthIt() throws IOException {
        var body = "{\"data\":\"" + "abc".repeat(100_000) + "\"}";
        edge.graphql = call -> Edge.answer(new String(call.body(), StandardCharsets.UTF_8));
        edge.start();
        for (var size : new int[] {10, 699, 700, 5_000, 32 * 1024, 32 * 1024 + 1, 200_000}) {
            var sent = body.substring(0, size);
            var answer = edge.bytes("/v1/graphql", sent, "x-hasura-admin-secret", "s3cret", "accept-encoding", "gzip");
            var isPacked = answer.headers().firstValue("content-encoding").isPresent();
            assertThat(isPacked).as("%d bytes", size).isEqualTo(size >= 700);
            var received = isPacked
                    ? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
                    : answer.body();
            assertThat(new String(received, StandardCharsets.UTF_8)).isEqualTo(sent);
        }
    }

    @Test
    void refusesBodiesOverTheLimit() {
        edge.bodyBytesMax = 1000;
        edge.start();
        assertThat(edge.post("/v1/graphql", "x".repeat(1000), ADMIN).statusCode())
                .isEqualTo(200);
        var refusal = edge.post("/v1/graphql", "x".repeat(1001), ADMIN);
        assertThat(refusal.statusCode()).isEqualTo(413);
        assertThat(refusal.body()).contains("payload-too-large");
        assertThat(edge.post("/v1/metadata", "x".repeat(200_000), ADMIN).statusCode())
                .isEqualTo(413);
    }

    @Test
    void speaksTheSpecifiedContentTypeWhenAsked() {
        edge.graphql = call -> Edge.answer(new String(call.body(), StandardCharsets.UTF_8));
        edge.start();
        var type = new String[] {"x-hasura-admin-secret", "s3cret", "accept", "application/graphql-response+json"};
        var good = edge.post("/v1/graphql", "{\"data\":{}}", type);
        assertThat(good.headers().firstValue("content-type"))
                .hasValue("application/graphql-response+json; charset=utf-8");
        var error = "{\"errors\":[{\"message\":\"m\",\"extensions\":{\"path\":\"$\",\"code\":\"validation-failed\"}}]}";
        assertThat(edge.post("/v1/graphql", error, type).statusCode()).isEqualTo(400);
        assertThat(edge.post("/v1/graphql", "{\"data\":{},\"errors\":[]}", type).statusCode())
                .isEqualTo(200);
        assertThat(edge.post("/v1/graphql", error, ADMIN).statusCode()).isEqualTo(200);
        assertThat(edge.post("/v1alpha1/graphql", error, ADMIN).statusCode()).isEqualTo(400);
    }

    @Test
    void turnsFaultsOfOursIntoErrorsAndTellsTheObserver() {
        edge.graphql = call -> CompletableFuture.failedFuture(new IllegalStateException("canary"));
        edge.admin = (session, body, stoppable) -> {
            // As when a file of the program was replaced while it runs
            throw new NoClassDefFoundError("canary");
        };
        edge.start();
        var user = new String[] {"x-hasura-admin-secret", "s3cret", "x-hasura-role", "user"};
        for (var path : new String[] {"/v1/graphql", "/v1/metadata"}) {
            assertThat(edge.post(path, "{}", user).body())
                    .contains("\"unexpected\"")
                    .doesNotContain("canary");
            assertThat(edge.post(path, "{}", ADMIN).body()).contains("canary");
        }
        assertThat(edge.seen.stream().filter(Observation.Fault.class::isInstance))
                .hasSize(4);
    }

    @Test
    void keepsFormsOfForeignPagesOut() {
        edge.start();
        var fromPage = new String[] {
            "x-hasura-admin-secret", "s3cret", "origin", "https://evil.example", "content-type", "text/plain"
        };
        for (var path : new String[] {"/v1/graphql", "/v1/metadata"}) {
            assertThat(edge.post(path, "{}", fromPage).statusCode()).as(path).isEqualTo(415);
            fromPage[5] = "application/json";
            assertThat(edge.post(path, "{}", fromPage).statusCode()).as(path).isEqualTo(200);
            fromPage[5] = "text/plain";
        }
        assertThat(edge.post("/v1/graphql", "{}", "x-hasura-admin-secret", "s3cret", "content-type", "text/plain")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void tellsTheObserverWhatItAnswered() {
        edge.start();
        edge.post("/v2/query", "{\"type\":\"run_sql\",\"args\":{\"sql\":\"canary\"}}", ADMIN);
        edge.get("/nowhere");
        var told =
                edge.seen.stream().map(Observation.RequestFinished.class::cast).toList();
        assertThat(told.getFirst().operation().query()).isEqualTo(Json.read("{\"type\":\"run_sql\"}"));
        assertThat(told.getFirst().operation().sessionVariables())
                .isEqualTo(Json.read("{\"x-hasura-role\":\"admin\"}"));
        assertThat(told.getFirst().toString()).doesNotContain("canary").doesNotContain("s3cret");
        assertThat(told.get(1).http().status()).isEqualTo(404);
        assertThat(told.get(1).operation().mode()).isEqualTo("error");
    }

    private static String idOf(HttpResponse<String> answer) {
        return answer.headers().firstValue("x-request-id").orElse("");
    }

    private static void check(HttpResponse<String> answer, int status, String body) {
        assertThat(answer.body()).isEqualTo(body);
        assertThat(answer.statusCode()).isEqualTo(status);
    }
}
