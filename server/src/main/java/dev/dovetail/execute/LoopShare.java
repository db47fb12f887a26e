package dev.dovetail.execute;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** How much of one request is done on the event loop: little, because all others wait there meanwhile. */
final class LoopShare {
    private static final int BYTES_MAX = 65_536;

    private final AtomicLong taken = new AtomicLong();

    /** What comes is handed on as it comes, or on a thread of its own when too much has come for this request. */
    <T> Underway<T> of(Underway<T> exchange, ToIntFunction<T> bytes) {
        var answer = exchange.answer().thenCompose(value -> {
            var small = taken.addAndGet(bytes.applyAsInt(value)) <= BYTES_MAX;
            return small || Thread.currentThread().isVirtual()
                    ? CompletableFuture.completedStage(value)
                    : CompletableFuture.supplyAsync(() -> value, Thread::startVirtualThread);
        });
        return new Underway<>(answer, exchange.cancel());
    }
}
