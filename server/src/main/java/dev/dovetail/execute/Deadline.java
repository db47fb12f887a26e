package dev.dovetail.execute;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** When a request must be done. */
public final class Deadline {
    public static final Deadline NONE = new Deadline(null);

    /** In the time of {@link System#nanoTime()}; null for never. */
    private final @Nullable Long nanos;

    private Deadline(@Nullable Long nanos) {
        this.nanos = nanos;
    }

    public static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** What is left, at least a millisecond so that it can be handed on as a limit; null for no limit. */
    public @Nullable Duration left() {
        if (nanos == null) {
            return null;
        }
        var left = Duration.ofNanos(nanos - System.nanoTime());
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    public boolean hasPassed() {
        return nanos != null && nanos - System.nanoTime() <= 0;
    }

    /** The limit, or what is left when that is less. */
    public Duration cut(Duration limit) {
        var left = left();
        return left == null || left.compareTo(limit) > 0 ? limit : left;
    }
}
