package dev.dovetail.model;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A name or value that leads nowhere: ends the resolving of one object, whose inconsistency it becomes. */
public final class Unresolvable extends RuntimeException {
    private final boolean elsewhere;
    private final transient @Nullable JsonNode detail;

    Unresolvable(String reason) {
        this(reason, false, null);
    }

    /** @param detail what somebody else says of it */
    Unresolvable(String reason, JsonNode detail) {
        this(reason, false, detail);
    }

    private Unresolvable(String reason, boolean elsewhere, @Nullable JsonNode detail) {
        super(reason, null, false, false);
        this.elsewhere = elsewhere;
        this.detail = detail;
    }

    /** Something else is at fault, on which the object depends: said without the place of the object. */
    static Unresolvable elsewhere(String reason) {
        return new Unresolvable(reason, true, null);
    }

    /** @param where the place of the object: {@code in table "users": } */
    String reasonAt(String where) {
        return elsewhere ? reason() : where + reason();
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    @Nullable
    JsonNode detail() {
        return detail;
    }
}
