package dev.dovetail.bench;

import dev.dovetail.auth.AuthMode;
import dev.dovetail.auth.Authenticator;
import dev.dovetail.execute.Header;
import dev.dovetail.execute.Http;
import dev.dovetail.http.AdminApi;
import dev.dovetail.http.CorsPolicy;
import dev.dovetail.http.EdgeServices;
import dev.dovetail.http.EdgeSettings;
import dev.dovetail.http.ErrorPolicy;
import dev.dovetail.http.ErrorRenderer;
import dev.dovetail.http.HttpEdge;
import dev.dovetail.http.QueryLogging;
import dev.dovetail.http.Readiness;
import dev.dovetail.json.Json;
import dev.dovetail.outbound.AddressPolicy;
import dev.dovetail.outbound.HttpCalls;
import dev.dovetail.request.GraphqlAnswer;
import dev.dovetail.request.GraphqlService;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The engine without GraphQL: its edge and its client for the services of others, with all that guards them, and
 * between the two nothing but passing on. Logs nothing.
 */
final class EdgeProxy {
    private static final int MEGABYTE = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<Header> HEADERS = List.of(new Header("Content-Type", "application/json"));

    private EdgeProxy() {}

    /** Words: the port to listen on, and the address to pass on to. */
    public static void main(String[] words) {
        var vertx = Vertx.vertx();
        var http = new HttpCalls(vertx, HttpCalls.Limits.DEFAULT, AddressPolicy.parse("any"));
        GraphqlService onward = call -> http.start(new Http.Request("POST", words[1], HEADERS, call.body(), PATIENCE))
                .answer()
                .thenApply(answer -> new GraphqlAnswer(false, answer.body(), List.of()));
        AdminApi none = (_, _, _) -> Json.object();
        var errors = new ErrorPolicy(false, false);
        var services = new EdgeServices(
                new Authenticator(new AuthMode.Open()),
                () -> new Readiness.Serving(false),
                new ErrorRenderer(errors),
                new QueryLogging(false, false),
                onward,
                new EdgeServices.AdminApis(none, none, none, none),
                Json.object(),
                "bench",
                null);
        var settings = new EdgeSettings(
                "127.0.0.1",
                Integer.parseInt(words[0]),
                MEGABYTE,
                MEGABYTE / 16,
                1,
                PATIENCE,
                PATIENCE,
                false,
                errors,
                CorsPolicy.parse("*"),
                EnumSet.of(EdgeSettings.Api.GRAPHQL));
        new HttpEdge(vertx, settings, services, _ -> {}, Executors.newVirtualThreadPerTaskExecutor())
                .start(1)
                .await();
    }
}
