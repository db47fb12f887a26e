package dev.dovetail.model;

/** Something that had to be asked of the outside: had, or not and why. */
public sealed interface Fetched<T> {
    record Got<T>(T value) implements Fetched<T> {}

    /** As it was when it could be had last. @param reason why it could not be had now */
    record Stale<T>(T value, String reason) implements Fetched<T> {}

    record Missing<T>(String reason) implements Fetched<T> {}
}
