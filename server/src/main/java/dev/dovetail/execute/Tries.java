package dev.dovetail.execute;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.LongSupplier;

/** How often the keys of one join may be asked for again, by all its calls together, which run side by side. */
final class Tries {
    /** Enough to find the one bad key among ten thousand. */
    private static final int MAX = 32;

    /** The first of them. */
    private static final Duration NOT_AFTER = Duration.ofSeconds(10);

    private final LongSupplier nanos;
    private final Set<String> hopeless = new HashSet<>();
    private int count;
    private long began;

    /** @param nanos as {@link System#nanoTime()} */
    Tries(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /**
     * Whether it may be done once more, which then counts.
     *
     * @param failure why
     */
    synchronized boolean again(String failure) {
        var now = nanos.getAsLong();
        if (count == 0) {
            began = now;
        }
        if (count == MAX || now - began >= NOT_AFTER.toNanos() || hopeless.contains(failure)) {
            return false;
        }
        count++;
        return true;
    }

    /** The failure seems not to depend on the keys. */
    synchronized void giveUp(String failure) {
        hopeless.add(failure);
    }
}
