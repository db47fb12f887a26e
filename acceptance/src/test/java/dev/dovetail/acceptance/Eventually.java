package dev.dovetail.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** For what happens by itself, after a while. */
final class Eventually {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PAUSE_MILLIS = 100;

    private Eventually() {}

    static void holds(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("not within " + PATIENCE);
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
