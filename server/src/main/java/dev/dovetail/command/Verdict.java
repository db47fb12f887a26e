package dev.dovetail.command;

import dev.dovetail.metadata.ObjectId;

/** What a command demands of the metadata it leaves behind. What was at fault before it may stay at fault. */
sealed interface Verdict {
    /** This object is free of faults, and no other has a new one. */
    record Subject(ObjectId id) implements Verdict {}

    /** Nothing has a new fault. */
    record NothingNew() implements Verdict {}

    /**
     * As {@link NothingNew}, for a removal: what has a new fault depended on what was removed. Cascading removes it
     * too.
     */
    record Dependents(boolean cascade) implements Verdict {}

    /** Nothing has a fault. */
    record Consistent() implements Verdict {}

    record Anything() implements Verdict {}
}
