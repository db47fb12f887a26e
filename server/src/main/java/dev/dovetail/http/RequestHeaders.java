package dev.dovetail.http;

import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** A request's headers as the rooms behind the edge get them. */
final class RequestHeaders {
    static final String REQUEST_ID = "x-request-id";

    private static final int REQUEST_ID_LENGTH_MAX = 256;

    /** Meant for us alone: nobody behind the edge forwards them by accident. */
    private static final Set<String> SECRET = Set.of("x-hasura-admin-secret", "x-hasura-access-key");

    private RequestHeaders() {}

    /** Names in lower case, in the order they came. */
    static SequencedMap<String, List<String>> of(HttpServerRequest request) {
        var headers = new LinkedHashMap<String, List<String>>();
        request.headers()
                .forEach((name, value) -> headers.computeIfAbsent(
                                name.toLowerCase(Locale.ROOT), absent -> new ArrayList<>(1))
                        .add(value));
        return headers;
    }

    /** For actions and remote schemas: without our secrets, with the request's id. */
    static SequencedMap<String, List<String>> forwardable(
            SequencedMap<String, List<String>> headers, String requestId) {
        var forwardable = new LinkedHashMap<>(headers);
        forwardable.keySet().removeAll(SECRET);
        forwardable.put(REQUEST_ID, List.of(requestId));
        return forwardable;
    }

    /** The client's id for this request if it is fit for a header and a log line, else a new one. */
    static String requestId(HttpServerRequest request) {
        var given = request.getHeader(REQUEST_ID);
        return given != null && isFit(given) ? given : newId();
    }

    private static boolean isFit(String id) {
        return !id.isEmpty()
                && id.length() <= REQUEST_ID_LENGTH_MAX
                && id.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** A version 4 UUID. It names a request and guards nothing, so that quick random numbers will do. */
    private static String newId() {
        var random = ThreadLocalRandom.current();
        var high = (random.nextLong() & ~0xF000L) | 0x4000L;
        var low = (random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** The client's address: as a proxy tells it, else the peer's. For the log only, since anybody can send it. */
    static String clientAddress(HttpServerRequest request) {
        var real = request.getHeader("X-Real-IP");
        if (real != null) {
            return real;
        }
        var forwarded = request.getHeader("X-Forwarded-For");
        if (forwarded != null) {
            return forwarded.split(",", 2)[0].strip();
        }
        var peer = request.remoteAddress();
        return peer == null ? "" : String.valueOf(peer.hostAddress());
    }
}
