package dev.dovetail.http;

/** Whether the engine can serve. Asked on every request, so cheap. */
@FunctionalInterface
public interface Readiness {

    State state();

    sealed interface State {}

    /** @param inconsistent whether some objects of the metadata are left out because they are wrong or unreachable */
    record Serving(boolean inconsistent) implements State {}

    /** Requests are served with what was loaded before, but the metadata database cannot be reached now. */
    record CutOff(String reason) implements State {}

    /** Nothing is loaded yet: all requests are refused with code {@code unavailable}. */
    record NotReady(String reason) implements State {}
}
