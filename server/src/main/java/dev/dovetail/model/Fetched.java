package dev.dovetail.model;

/** Something that had to be asked of the outside: had, or not and why. */
public sealed interface Fetched<T> {
    record Got<T>(T value) implements Fetched<T> {}

    record Missing<T>(String reason) implements Fetched<T> {}
}
