package dev.dovetail.model;

/** A name or value that leads nowhere: ends the resolving of one object, whose inconsistency it becomes. */
final class Unresolvable extends RuntimeException {
    Unresolvable(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
