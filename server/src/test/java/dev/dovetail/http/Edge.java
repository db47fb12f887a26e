package dev.dovetail.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.auth.Authenticator;
import dev.dovetail.auth.SecretDigest;
import dev.dovetail.json.Json;
import dev.dovetail.name.RoleName;
import dev.dovetail.observe.Observation;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlCall;
import dev.dovetail.request.GraphqlService;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A running edge for tests, on a port of its own. What stands behind its ports can be set as fields before start. */
final class Edge implements AutoCloseable {
    static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Queue<Observation> seen = new ConcurrentLinkedQueue<>();
    GraphqlService graphql =
            call -> answer("{\"data\":{\"role\":\"" + call.session().role() + "\"}}");
    AdminApi admin = (session, body, stoppable) -> body;
    Readiness readiness = () -> new Readiness.Serving(false);
    AuthMode auth = new AuthMode.AdminSecret(List.of(SecretDigest.of("s3cret")), null);
    ErrorPolicy errors = new ErrorPolicy(false, true);
    CorsPolicy cors = CorsPolicy.parse("*");
    QueryLogging logging = new QueryLogging(false, false);
    long bodyBytesMax = 1024 * 1024;
    Duration slowAfter = Duration.ofSeconds(30);
    boolean preserve401;

    @Nullable
    Console console;

    private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
    private final Vertx vertx = Vertx.vertx().exceptionHandler(faults::add);
    private HttpEdge edge;
    private int port;

    static CompletableFuture<GraphqlAnswer> answer(String json) {
        var hasErrors = json.contains("\"errors\"");
        return CompletableFuture.completedFuture(
                new GraphqlAnswer(hasErrors, json.getBytes(StandardCharsets.UTF_8), List.of()));
    }

    static AuthMode withUnauthorizedRole(String role) {
        return new AuthMode.AdminSecret(List.of(SecretDigest.of("s3cret")), new RoleName(role));
    }

    Edge start() {
        var renderer = new ErrorRenderer(errors);
        var services = new EdgeServices(
                new Authenticator(auth),
                () -> readiness.state(),
                renderer,
                logging,
                new GraphqlService() {
                    @Override
                    public CompletionStage<GraphqlAnswer> answer(GraphqlCall call) {
                        return graphql.answer(call);
                    }

                    @Override
                    public Object schemas() {
                        return graphql.schemas();
                    }
                },
                new EdgeServices.AdminApis(admin, admin, admin, admin),
                Json.object().put("is_jwt_set", false),
                "v1.2.3",
                console);
        var settings = new EdgeSettings(
                "127.0.0.1",
                0,
                bodyBytesMax,
                64 * 1024,
                3,
                slowAfter,
                Duration.ofSeconds(75),
                preserve401,
                errors,
                cors,
                EnumSet.of(EdgeSettings.Api.METADATA, EdgeSettings.Api.GRAPHQL, EdgeSettings.Api.CONFIG));
        edge = new HttpEdge(vertx, settings, services, seen::add, Executors.newVirtualThreadPerTaskExecutor());
        port = edge.start(2).await();
        return this;
    }

    int port() {
        return port;
    }

    HttpEdge edge() {
        return edge;
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        return send("POST", path, body, headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    HttpResponse<String> send(String method, String path, String body, String... headers) {
        return exchange(method, path, body, BodyHandlers.ofString(), headers);
    }

    HttpResponse<byte[]> bytes(String path, String body, String... headers) {
        return exchange("POST", path, body, BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> exchange(
            String method, String path, String body, HttpResponse.BodyHandler<T> handler, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .timeout(Duration.ofSeconds(20));
        for (var i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.sendAsync(request.build(), handler).join();
    }

    @Override
    public void close() {
        vertx.close().await();
        assertThat(faults).as("faults that nobody else would have noticed").isEmpty();
    }
}
