package dev.dovetail.app;

import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import java.time.Clock;
import java.util.Set;

/** Logs what matters enough and is of a kind that is switched on. */
final class LogObserver implements Observer {
    private final Level least;
    private final Set<String> types;
    private final LogWriter writer;
    private final LogClock clock = new LogClock(Clock.systemDefaultZone());

    LogObserver(Level least, Set<String> types, LogWriter writer) {
        this.least = least;
        this.types = types;
        this.writer = writer;
    }

    @Override
    public void see(Observation observation) {
        if (LogLines.level(observation).compareTo(least) < 0 || !isOn(LogLines.type(observation))) {
            return;
        }
        writer.write(LogLines.line(observation, clock.now()));
    }

    private boolean isOn(LogType type) {
        return !type.isChoice() || types.contains(type.wire());
    }
}
