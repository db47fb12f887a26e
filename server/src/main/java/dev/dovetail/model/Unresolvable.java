package dev.dovetail.model;

/** A name or value that leads nowhere: ends the resolving of one object, whose inconsistency it becomes. */
public final class Unresolvable extends RuntimeException {
    private final boolean elsewhere;

    Unresolvable(String reason) {
        this(reason, false);
    }

    private Unresolvable(String reason, boolean elsewhere) {
        super(reason, null, false, false);
        this.elsewhere = elsewhere;
    }

    /** Something else is at fault, on which the object depends: said without the place of the object. */
    static Unresolvable elsewhere(String reason) {
        return new Unresolvable(reason, true);
    }

    /** @param where the place of the object: {@code in table "users": } */
    String reasonAt(String where) {
        return elsewhere ? reason() : where + reason();
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
