package dev.dovetail.outbound;

import dev.dovetail.execute.Address;
import dev.dovetail.execute.Addresses;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import dev.dovetail.execute.Underway;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** HTTP/1.1 with kept-alive connections. */
public final class HttpCalls implements Http {
    /** Shorter than what servers commonly keep (Node: 5 s), so that we rarely write into a connection being closed. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private static final int HEADER_BYTES_MAX = 65_536;

    private final Vertx vertx;
    private final HttpClient client;
    private final Limits limits;
    private final Destinations destinations;
    private final Addresses addresses = new Addresses();

    /**
     * @param responseBytes the greatest answer
     * @param connect how long a connection may take to come about
     * @param connections at a time to one host and port
     * @param waiting calls that may wait for one of these
     */
    public record Limits(int responseBytes, Duration connect, int connections, int waiting) {
        public static final Limits DEFAULT = new Limits(32 * 1024 * 1024, Duration.ofSeconds(10), 200, 10_000);
    }

    public HttpCalls(Vertx vertx, Limits limits, AddressPolicy policy) {
        this(vertx, limits, Destinations.of(vertx, policy));
    }

    HttpCalls(Vertx vertx, Limits limits, Destinations destinations) {
        this.vertx = vertx;
        this.limits = limits;
        this.destinations = destinations;
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setProtocolVersion(HttpVersion.HTTP_1_1)
                        .setKeepAlive(true)
                        .setKeepAliveTimeout((int) KEEP_ALIVE.toSeconds())
                        .setTcpNoDelay(true)
                        .setDecompressionSupported(false)
                        .setMaxHeaderSize(HEADER_BYTES_MAX)
                        .setConnectTimeout((int) limits.connect().toMillis())
                        .setSslHandshakeTimeout(limits.connect().toMillis())
                        .setSslHandshakeTimeoutUnit(TimeUnit.MILLISECONDS))
                .with(new PoolOptions().setHttp1MaxSize(limits.connections()).setMaxWaitQueueSize(limits.waiting()))
                // What goes wrong is told to the caller; unheard, it would be logged too, with what was received.
                .withConnectHandler(connection -> connection.exceptionHandler(_ -> {}))
                .build();
    }

    @Override
    public Response send(Request request) {
        return await(exchange(request), request.timeout());
    }

    @Override
    public Underway<Response> start(Request request) {
        var exchange = exchange(request);
        var timer = vertx.setTimer(millis(request.timeout()), _ -> exchange.fail(HttpFailure.Kind.RESPONSE_TIMEOUT));
        var answer = exchange.answer()
                .whenComplete((_, _) -> {
                    vertx.cancelTimer(timer);
                    exchange.giveUpUnlessDone();
                })
                .exceptionally(trouble -> {
                    throw Troubles.of(Underway.cause(trouble));
                });
        return new Underway<>(answer, () -> exchange.fail(HttpFailure.Kind.CANCELLED));
    }

    private Exchange exchange(Request request) {
        var address = addresses.of(request.url()).orElseThrow(() -> new HttpFailure(HttpFailure.Kind.INVALID_URL));
        var options = new RequestOptions()
                .setMethod(HttpMethod.valueOf(request.method()))
                .setHost(address.host())
                .setPort(address.port())
                .setSsl(address.secure())
                .setURI(address.target())
                .setFollowRedirects(false)
                .setConnectTimeout(millis(limits.connect()))
                .setHeaders(WireHeaders.of(request.headers(), address));
        var exchange = new Exchange(limits.responseBytes());
        exchange.start(connect(address, options), request.body());
        return exchange;
    }

    private Future<HttpClientRequest> connect(Address address, RequestOptions options) {
        // The options keep the host's name, for the header Host and for TLS.
        return destinations.areFree()
                ? client.request(options)
                : destinations.of(address).compose(server -> client.request(options.setServer(server)));
    }

    private static Response await(Exchange exchange, Duration timeout) {
        try {
            return exchange.answer().get(millis(timeout), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw new HttpFailure(HttpFailure.Kind.RESPONSE_TIMEOUT);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new HttpFailure(HttpFailure.Kind.CANCELLED);
        } catch (ExecutionException e) {
            throw Troubles.of(e.getCause());
        } finally {
            exchange.giveUpUnlessDone();
        }
    }

    private static long millis(Duration duration) {
        return Math.max(1, duration.toMillis());
    }
}
