package dev.dovetail.observe;

import java.util.List;

/** Takes note of observations. Must be quick, must not throw, and may be called from any thread, also an event loop. */
@FunctionalInterface
public interface Observer {
    Observer NONE = observation -> {};

    void see(Observation observation);

    /** Hands each observation to all, in this order. */
    static Observer all(List<Observer> observers) {
        var fixed = List.copyOf(observers);
        return observation -> fixed.forEach(observer -> observer.see(observation));
    }
}
