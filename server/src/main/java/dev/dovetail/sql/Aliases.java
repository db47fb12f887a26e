package dev.dovetail.sql;

/** Hands out aliases that are unique within one statement. Confined to the thread that plans. */
public final class Aliases {
    private int next;

    public Alias next() {
        return new Alias(next++);
    }
}
