package dev.dovetail.execute;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets another thread stop those parts of a request's blocking work that may be stopped, such as its statements; the
 * rest, such as a change of the metadata, goes on to its end.
 */
public final class Stoppable {
    private @Nullable Thread worker;
    private boolean stopped;

    /**
     * Runs work on this (virtual) thread, which a stop interrupts. Throws {@link dev.dovetail.error.ApiException} when
     * the stop came before.
     */
    public <T> T run(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            leave();
        }
    }

    /** Safe at any time and from any thread. */
    public synchronized void stop() {
        stopped = true;
        if (worker != null) {
            worker.interrupt();
        }
    }

    private synchronized void enter() {
        if (stopped) {
            throw Underway.cancelled();
        }
        worker = Thread.currentThread();
    }

    /** What comes after the work is not to be interrupted by a stop that was meant for it. */
    private synchronized void leave() {
        worker = null;
        if (stopped) {
            Thread.interrupted();
        }
    }
}
