package dev.dovetail.app;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The time as log lines have it: {@code 2026-03-01T09:30:00.125+0100}. A line is written for each request, and all of
 * it but the milliseconds is the same for a second.
 */
final class LogClock {
    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.", Locale.ROOT);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("Z", Locale.ROOT);

    private final Clock clock;
    private volatile Second last;

    LogClock(Clock clock) {
        this.clock = clock;
        this.last = Second.of(clock, clock.instant());
    }

    private record Second(long epoch, String before, String after) {
        static Second of(Clock clock, Instant instant) {
            var time = instant.truncatedTo(ChronoUnit.SECONDS).atZone(clock.getZone());
            return new Second(instant.getEpochSecond(), SECOND.format(time), OFFSET.format(time));
        }
    }

    String now() {
        var instant = clock.instant();
        var second = last;
        if (second.epoch() != instant.getEpochSecond()) {
            second = Second.of(clock, instant);
            last = second;
        }
        var milliseconds = String.valueOf(1_000 + instant.getNano() / 1_000_000).substring(1);
        return second.before() + milliseconds + second.after();
    }
}
