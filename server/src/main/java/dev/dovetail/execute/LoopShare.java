package dev.dovetail.execute;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * How much of one request is done on the event loop: little, because all others wait there meanwhile, and nothing in
 * second gear. What comes is handed on as it comes, or on a thread of its own.
 */
final class LoopShare {
    private static final int BYTES_MAX = 65_536;

    /** Of what is made of them. */
    private static final int MADE_BYTES_MAX = 4 * BYTES_MAX;

    private final boolean firstGear;
    private final AtomicLong bytes = new AtomicLong();

    /** How often, at most, each of the bytes comes to be read or written. */
    private final AtomicLong copies = new AtomicLong(1);

    LoopShare(boolean firstGear) {
        this.firstGear = firstGear;
    }

    /** @param size of what came, in bytes */
    <T> Underway<T> of(Underway<T> exchange, ToIntFunction<T> size) {
        if (!firstGear) {
            return elsewhere(exchange);
        }
        return exchange.thenStart(value -> {
            bytes.addAndGet(size.applyAsInt(value));
            return here(value);
        });
    }

    /** Before what came is gone through so many times, or put in so many places. */
    <T> Underway<T> times(Underway<T> before, ToIntFunction<T> times) {
        return before.thenStart(value -> {
            copies.updateAndGet(known -> Math.min(MADE_BYTES_MAX, known * Math.max(1, times.applyAsInt(value))));
            return here(value);
        });
    }

    /** Starts something for which so many bytes must be written first. */
    <T> Underway<T> start(long toWrite, Supplier<Underway<T>> exchange) {
        bytes.addAndGet(toWrite);
        return isSmall() ? exchange.get() : here(toWrite).thenStart(_ -> exchange.get());
    }

    /** A statement's answer in second gear, which is not read in first. */
    <T> Underway<T> unread(Underway<T> exchange) {
        return firstGear ? exchange : elsewhere(exchange);
    }

    private boolean isSmall() {
        var size = bytes.get();
        return firstGear && size <= BYTES_MAX && size * copies.get() <= MADE_BYTES_MAX;
    }

    private <T> Underway<T> here(T value) {
        var done = Underway.done(value);
        return isSmall() || Thread.currentThread().isVirtual() ? done : elsewhere(done);
    }

    /** Failures, too: what waits for a place is started by whoever gives it back. */
    private static <T> Underway<T> elsewhere(Underway<T> exchange) {
        return new Underway<>(
                exchange.answer().whenCompleteAsync((_, _) -> {}, Thread::startVirtualThread), exchange.cancel());
    }
}
