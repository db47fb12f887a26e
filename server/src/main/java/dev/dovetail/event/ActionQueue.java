package dev.dovetail.event;

import dev.dovetail.execute.ActionJob;
import dev.dovetail.name.ActionName;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The calls of asynchronous actions that are still to be made, shared with other instances. Who takes one holds it for
 * the time of a lease, and must renew that while it works: a call whose lease has expired is anybody's. All methods
 * block, and throw an {@link dev.dovetail.error.ApiException} when the queue cannot be reached.
 */
public interface ActionQueue {

    /** Makes what {@link #take} needs, if it is not there. */
    void prepare();

    /** Takes calls of these actions, the oldest first, that nobody else holds. */
    List<ActionJob> take(Set<ActionName> actions, int atMost, Duration lease);

    /** Holds on to those of the calls that are still ours. */
    void renew(Collection<UUID> ids, Duration lease);

    /** Writes down what became of a call. Does nothing when it had been written down, or the call is gone. */
    void finish(UUID id, ActionJob.Outcome outcome);

    /** Gives calls back that we hold: they are to be made again. */
    void release(Collection<UUID> ids);
}
