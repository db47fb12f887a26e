package dev.dovetail.outbound;

import dev.dovetail.execute.Header;
import dev.dovetail.execute.Http;
import dev.dovetail.execute.HttpFailure;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One request and its answer. Handlers run on an event loop, the caller waits elsewhere. */
final class Exchange {
    private final int responseBytesMax;
    private final CompletableFuture<Http.Response> answer = new CompletableFuture<>();
    private final Buffer received = Buffer.buffer();

    /** Guarded by this. */
    private @Nullable HttpClientRequest sent;

    private boolean givenUp;

    Exchange(int responseBytesMax) {
        this.responseBytesMax = responseBytesMax;
    }

    CompletableFuture<Http.Response> answer() {
        return answer;
    }

    void start(Future<HttpClientRequest> connected, byte[] body) {
        connected.onFailure(answer::completeExceptionally).onSuccess(request -> send(request, body));
    }

    /** Nothing happens when the answer is there. */
    void fail(HttpFailure.Kind kind) {
        answer.completeExceptionally(new HttpFailure(kind));
    }

    /** Closes the connection when the answer is not complete: nobody waits for it any more. */
    void giveUpUnlessDone() {
        HttpClientRequest toReset;
        synchronized (this) {
            givenUp = true;
            toReset = answer.isDone() && !answer.isCompletedExceptionally() ? null : sent;
        }
        if (toReset != null) {
            toReset.reset();
        }
    }

    private void send(HttpClientRequest request, byte[] body) {
        synchronized (this) {
            sent = request;
            if (givenUp) {
                request.reset();
                return;
            }
        }
        request.exceptionHandler(answer::completeExceptionally);
        request.response().onFailure(answer::completeExceptionally).onSuccess(this::receive);
        request.end(Buffer.buffer(body)).onFailure(answer::completeExceptionally);
    }

    private void receive(HttpClientResponse response) {
        response.exceptionHandler(answer::completeExceptionally);
        response.handler(this::receive);
        response.endHandler(
                _ -> answer.complete(new Http.Response(response.statusCode(), headers(response), received.getBytes())));
    }

    private void receive(Buffer part) {
        if (answer.isDone()) {
            return;
        }
        if (received.length() + part.length() > responseBytesMax) {
            answer.completeExceptionally(new HttpFailure(HttpFailure.Kind.TOO_LARGE));
            giveUpUnlessDone();
            return;
        }
        received.appendBuffer(part);
    }

    private static List<Header> headers(HttpClientResponse response) {
        return response.headers().entries().stream()
                .map(entry -> new Header(entry.getKey(), entry.getValue()))
                .toList();
    }
}
