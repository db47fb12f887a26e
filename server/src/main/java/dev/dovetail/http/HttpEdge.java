package dev.dovetail.http;

import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The HTTP server: one listener on each event loop, all on one port. */
public final class HttpEdge {
    private static final int SWEEP_MILLIS = 1000;
    private static final int REQUEST_LINE_BYTES_MAX = 64 * 1024;

    /** To Vert.x zero means a port for each listener, and less than zero one for all of them. */
    private static final int ANY_PORT_OF_ALL = -1;

    private final EdgeSettings settings;
    private final EdgeParts parts;
    private final Routes routes;
    private final Endpoint nowhere;
    private final ConnectionGuard guard;
    private final List<HttpServer> servers = new CopyOnWriteArrayList<>();

    public HttpEdge(Vertx vertx, EdgeSettings settings, EdgeServices services, Observer observer, Executor workers) {
        this.settings = settings;
        this.parts = new EdgeParts(vertx, new CorsHeaders(settings.cors()), new Compression(), observer, workers);
        this.routes = services.routes(settings, observer, workers);
        this.nowhere = OpenEndpoint.nowhere(services.renderer());
        this.guard = new ConnectionGuard(settings.slowAfter(), settings.keepAlive());
    }

    /**
     * Listens on as many event loops as given.
     *
     * @return completes with the port, or fails when it is taken
     */
    public Future<Integer> start(int eventLoops) {
        parts.vertx().setPeriodic(SWEEP_MILLIS, nothing -> guard.sweep());
        return parts.vertx()
                .deployVerticle(() -> context -> listen(), new DeploymentOptions().setInstances(eventLoops))
                .map(nothing -> servers.getFirst().actualPort());
    }

    /** Accepts nothing new, lets requests under way finish until the time is up, and closes all connections. */
    public Future<Void> stop(Duration patience) {
        var stops = servers.stream()
                .map(server -> server.shutdown(patience.toMillis(), TimeUnit.MILLISECONDS))
                .toList();
        return Future.join(stops).mapEmpty();
    }

    private Future<HttpServer> listen() {
        var server = parts.vertx()
                .createHttpServer(options())
                .connectionHandler(guard::connected)
                .requestHandler(this::handle)
                .exceptionHandler(this::broken);
        servers.add(server);
        var host = settings.host().equals("*") ? "0.0.0.0" : settings.host();
        return server.listen(settings.port() == 0 ? ANY_PORT_OF_ALL : settings.port(), host);
    }

    private HttpServerOptions options() {
        return new HttpServerOptions()
                .setMaxInitialLineLength(REQUEST_LINE_BYTES_MAX)
                .setMaxHeaderSize(settings.headerBytesMax())
                .setHttp2ClearTextEnabled(false)
                .setHandle100ContinueAutomatically(true)
                // Each would stand in the way of every request and answer
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false)
                .setAcceptBacklog(1024)
                .setTcpNoDelay(true);
    }

    private void handle(HttpServerRequest request) {
        if (parts.cors().isPreflight(request)) {
            parts.cors().answerPreflight(request);
            return;
        }
        var exchange = new Exchange(parts, request);
        var path = request.path() == null ? "/" : request.path();
        var endpoint = routes.find(request.method().name(), path);
        if (endpoint == null) {
            refuseRoute(exchange, path);
            return;
        }
        var connection = request.connection();
        guard.arriving(connection);
        request.response().endHandler(nothing -> guard.answered(connection));
        BodyReader.read(
                request,
                settings.bodyBytesMax(),
                guard,
                body -> {
                    exchange.bodyArrived();
                    guard.working(connection);
                    endpoint.answer(exchange, body);
                },
                () -> endpoint.refuse(exchange, Refusals.tooLarge(settings.bodyBytesMax())));
    }

    /** GET and POST to a path that takes another method lead nowhere, as in the reference. */
    private void refuseRoute(Exchange exchange, String path) {
        var methods = routes.methodsAt(path);
        var method = exchange.request().method().name();
        if (methods == null || method.equals("GET") || method.equals("POST")) {
            nowhere.refuse(exchange, Refusals.notFound());
            return;
        }
        exchange.request().response().putHeader("Allow", methods);
        nowhere.refuse(exchange, Refusals.methodNotAllowed());
    }

    /** A client that speaks no HTTP, or went away in the middle: of interest only to who looks closely. */
    private void broken(Throwable cause) {
        parts.observer().see(new Observation.Remark(Level.DEBUG, "http", "connection broken: " + cause, null));
    }
}
