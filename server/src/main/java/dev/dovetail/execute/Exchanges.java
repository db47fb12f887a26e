package dev.dovetail.execute;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How many exchanges with databases, handlers and remote schemas one request has under way. Only the exchange itself
 * holds a place, never the wait for the joins of what it fetched: these need places of their own.
 */
final class Exchanges {
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int free;

    /** Whether some thread is handing out places; what it starts may end at once and ask for more. */
    private boolean handingOut;

    Exchanges(int atATime) {
        this.free = atATime;
    }

    /** Starts the exchange as soon as there is a place. What it throws when it starts at once is thrown. */
    <T> Underway<T> run(Supplier<Underway<T>> exchange) {
        if (takePlace()) {
            return placed(exchange);
        }
        var place = new CompletableFuture<Boolean>();
        synchronized (this) {
            waiting.add(() -> {
                if (!place.complete(true)) {
                    release();
                }
            });
        }
        handOut();
        return new Underway<>(place, () -> place.completeExceptionally(Underway.cancelled()))
                .thenStart(_ -> Underway.starting(() -> placed(exchange)));
    }

    private <T> Underway<T> placed(Supplier<Underway<T>> exchange) {
        try {
            var underway = exchange.get();
            underway.answer().whenComplete((_, _) -> release());
            return underway;
        } catch (Throwable failed) {
            release();
            throw failed;
        }
    }

    private synchronized boolean takePlace() {
        if (free == 0) {
            return false;
        }
        free--;
        return true;
    }

    private void release() {
        synchronized (this) {
            free++;
        }
        handOut();
    }

    private void handOut() {
        synchronized (this) {
            if (handingOut) {
                return;
            }
            handingOut = true;
        }
        var next = next();
        while (next != null) {
            next.run();
            next = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        if (free == 0 || waiting.isEmpty()) {
            handingOut = false;
            return null;
        }
        free--;
        return waiting.remove();
    }
}
