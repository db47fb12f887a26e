package dev.dovetail.http;

import dev.dovetail.json.Json;
import dev.dovetail.observe.Observation;
import dev.dovetail.session.Session;
import io.netty.buffer.Unpooled;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One request on its way through the edge, until its answer is sent and told to the observer. Belongs to the request's
 * event loop; only {@link #reply} may be called from any thread.
 */
final class Exchange {
    private static final CharSequence GZIP = HttpHeaders.createOptimized("gzip");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Vary");

    private final EdgeParts parts;
    private final HttpServerRequest request;
    private final Context context;
    private final SequencedMap<String, List<String>> headers;
    private final String requestId;
    private final long startNanos = System.nanoTime();
    private long bodyNanos = startNanos;
    private String mode = "non-graphql";
    private @Nullable Session session;
    private @Nullable JsonNode query;

    Exchange(EdgeParts parts, HttpServerRequest request) {
        this.parts = parts;
        this.request = request;
        this.context = parts.vertx().getOrCreateContext();
        this.headers = RequestHeaders.of(request);
        this.requestId = RequestHeaders.requestId(request);
    }

    HttpServerRequest request() {
        return request;
    }

    /** Names in lower case. */
    SequencedMap<String, List<String>> headers() {
        return headers;
    }

    String requestId() {
        return requestId;
    }

    @Nullable
    Session session() {
        return session;
    }

    void bodyArrived() {
        bodyNanos = System.nanoTime();
    }

    void enteredAs(Session who) {
        session = who;
    }

    /** For the log. */
    void asked(String howMany, JsonNode what) {
        mode = howMany;
        query = what;
    }

    /** Sends the answer; compresses a big one on a virtual thread, away from the event loop. */
    void reply(Reply reply) {
        if (reply.finished() || !parts.compression().wanted(request, reply.body().length)) {
            onLoop(() -> send(reply, reply.body(), false));
        } else if (reply.body().length <= Compression.QUICK_BYTES) {
            onLoop(() -> send(reply, parts.compression().gzip(reply.body()), true));
        } else {
            parts.workers().execute(() -> {
                var packed = parts.compression().gzip(reply.body());
                onLoop(() -> send(reply, packed, true));
            });
        }
    }

    private void onLoop(Runnable work) {
        if (Vertx.currentContext() == context) {
            work.run();
        } else {
            context.runOnContext(nothing -> work.run());
        }
    }

    private void send(Reply reply, byte[] bytes, boolean packed) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        response.setStatusCode(reply.status());
        var out = response.headers();
        out.set(HttpHeaders.CONTENT_TYPE, reply.contentType());
        out.set(RequestHeaders.REQUEST_ID, requestId);
        parts.cors().apply(request, response);
        reply.headers().forEach(header -> out.add(header.name(), header.value()));
        if (session != null) {
            session.responseHeaders().forEach(out::add);
        }
        if (packed) {
            out.set(HttpHeaders.CONTENT_ENCODING, GZIP);
            out.add(VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (reply.status() != Reply.NOT_MODIFIED) {
            out.set(HttpHeaders.CONTENT_LENGTH, Integer.toString(bytes.length));
        }
        // Not copied: nobody changes an answer that was handed over
        response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(bytes)));
        tell(reply, bytes.length, packed);
    }

    private void tell(Reply reply, int sentBytes, boolean packed) {
        var now = System.nanoTime();
        parts.observer()
                .see(new Observation.RequestFinished(
                        new Observation.HttpExchange(
                                request.method().name(),
                                request.path() == null ? "" : request.path(),
                                request.version().alpnName().toUpperCase(Locale.ROOT),
                                RequestHeaders.clientAddress(request),
                                reply.status(),
                                packed ? "gzip" : null),
                        new Observation.Operation(
                                requestId,
                                sessionVariables(),
                                sentBytes,
                                reply.body().length,
                                Duration.ofNanos(bodyNanos - startNanos),
                                Duration.ofNanos(now - bodyNanos),
                                reply.error() == null ? mode : "error",
                                query,
                                reply.error())));
    }

    private @Nullable ObjectNode sessionVariables() {
        if (session == null) {
            return null;
        }
        var variables = Json.object();
        session.variables().forEach(variables::put);
        return variables;
    }
}
