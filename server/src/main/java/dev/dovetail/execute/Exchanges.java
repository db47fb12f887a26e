package dev.dovetail.execute;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many exchanges with databases, handlers and remote schemas one request has under way. Only the exchange itself
 * holds a place, never the wait for the joins of what it fetched: these need places of their own.
 */
final class Exchanges {
    private final Semaphore places;

    Exchanges(int atATime) {
        this.places = new Semaphore(atATime);
    }

    <T> T run(Supplier<T> exchange) {
        try {
            places.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Parallel.cancelled();
        }
        try {
            return exchange.get();
        } finally {
            places.release();
        }
    }
}
