package dev.dovetail.model;

/** A name or value that leads nowhere: ends the resolving of one object, whose inconsistency it becomes. */
public final class Unresolvable extends RuntimeException {
    Unresolvable(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
