package dev.dovetail.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/**
 * Collects a request's body up to a limit. Past the limit the rest is not kept: a body without a stated length can cost
 * at most the limit and one chunk.
 */
final class BodyReader {
    private static final int TRUSTED_LENGTH = 64 * 1024;

    private final HttpServerRequest request;
    private final long bytesMax;
    private final ConnectionGuard guard;
    private final Consumer<byte[]> whole;
    private final Runnable tooLarge;
    private Buffer collected = Buffer.buffer(0);
    private boolean over;

    private BodyReader(
            HttpServerRequest request,
            long bytesMax,
            ConnectionGuard guard,
            Consumer<byte[]> whole,
            Runnable tooLarge) {
        this.request = request;
        this.bytesMax = bytesMax;
        this.guard = guard;
        this.whole = whole;
        this.tooLarge = tooLarge;
    }

    /** Calls one of the two, once, on the request's event loop; neither when the client goes away. */
    static void read(
            HttpServerRequest request,
            long bytesMax,
            ConnectionGuard guard,
            Consumer<byte[]> whole,
            Runnable tooLarge) {
        new BodyReader(request, bytesMax, guard, whole, tooLarge).start();
    }

    private void start() {
        var stated = statedLength();
        if (stated > bytesMax) {
            over = true;
            tooLarge.run();
            return;
        }
        if (stated > 0) {
            collected = Buffer.buffer((int) Math.min(stated, TRUSTED_LENGTH));
        }
        request.handler(this::take);
        request.endHandler(nothing -> finish());
    }

    private void take(Buffer chunk) {
        guard.progress(request.connection(), chunk.length());
        if (over) {
            return;
        }
        if (collected.length() + (long) chunk.length() > bytesMax) {
            over = true;
            collected = Buffer.buffer(0);
            tooLarge.run();
            return;
        }
        collected.appendBuffer(chunk);
    }

    private void finish() {
        if (!over) {
            whole.accept(collected.getBytes());
        }
    }

    private long statedLength() {
        var stated = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return stated == null ? 0 : Long.parseLong(stated);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
