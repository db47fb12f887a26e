package dev.dovetail.postgres;

import dev.dovetail.error.ApiException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits on this (virtual) thread for an answer from the event loop. */
final class Waiting {
    private Waiting() {}

    /**
     * An interrupt calls {@code onInterrupt} once, keeps the thread's flag and throws the error for a cancelled
     * request.
     */
    static <T> T on(CompletableFuture<T> future, Runnable onInterrupt) throws ExecutionException {
        try {
            return future.get();
        } catch (InterruptedException interrupted) {
            onInterrupt.run();
            Thread.currentThread().interrupt();
            throw Troubles.cancelled();
        }
    }

    static RuntimeException rethrow(ExecutionException failure) {
        var cause = Troubles.unwrap(failure);
        if (cause instanceof ApiException known) {
            return known;
        }
        return cause instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(cause);
    }
}
