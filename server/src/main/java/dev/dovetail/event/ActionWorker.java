package dev.dovetail.event;

import dev.dovetail.execute.ActionDelivery;
import dev.dovetail.execute.ActionJob;
import dev.dovetail.model.Action;
import dev.dovetail.model.Model;
import dev.dovetail.name.ActionName;
import dev.dovetail.observe.Observer;
import dev.dovetail.snapshot.Snapshot;
import dev.dovetail.snapshot.Snapshots;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Makes the calls of asynchronous actions. One thread takes as many as there are places for, each is made on a thread
 * of its own, and another thread keeps their leases. Nothing is taken that cannot be begun at once, so that a lease is
 * never spent on waiting.
 */
public final class ActionWorker implements AutoCloseable {
    /** A call that takes us down each time is not to do so for ever. */
    private static final int TRIES_MAX = 20;

    private final ActionQueue queue;
    private final Snapshots snapshots;
    private final ActionDelivery delivery;
    private final Settings settings;
    private final Trouble trouble;
    private final InFlight inFlight;
    private final Semaphore wakes = new Semaphore(0);
    private volatile boolean stopping;
    private volatile long stopNanos;
    private boolean prepared;
    private @Nullable Thread taking;
    private @Nullable Thread renewing;

    /**
     * @param interval how often is looked for calls that others left behind; zero: this instance makes none
     * @param atATime how many calls are made at the same time; with none this instance makes none
     * @param lease how long after our death others take over
     * @param grace how long an end waits for calls under way
     */
    public record Settings(Duration interval, int atATime, Duration lease, Duration grace) {
        public Settings {
            if (lease.toMillis() < 1) {
                throw new IllegalArgumentException("no lease");
            }
        }
    }

    public ActionWorker(
            ActionQueue queue, Snapshots snapshots, ActionDelivery delivery, Settings settings, Observer observer) {
        this.queue = queue;
        this.snapshots = snapshots;
        this.delivery = delivery;
        this.settings = settings;
        this.trouble = new Trouble(observer);
        this.inFlight = new InFlight(queue, trouble, this::wake);
    }

    /** Begins; does nothing when it is switched off. */
    public void start() {
        if (!settings.interval().isZero() && settings.atATime() > 0) {
            taking = Thread.ofVirtual().name("asynchronous actions").start(this::takeAll);
            renewing = Thread.ofVirtual().name("leases of actions").start(this::renewAll);
        }
    }

    /** There is something to do: looks at once. Never blocks. */
    public void wake() {
        if (wakes.availablePermits() == 0) {
            wakes.release();
        }
    }

    /** Takes no more calls; those under way go on. */
    public void stop() {
        if (!stopping) {
            stopNanos = System.nanoTime();
            stopping = true;
            wake();
        }
    }

    /** Waits for the calls under way, for the rest of the grace since {@link #stop}; gives back what is left. */
    @Override
    public void close() throws InterruptedException {
        stop();
        if (taking != null) {
            taking.join(settings.lease());
        }
        inFlight.end(settings.grace().minusNanos(System.nanoTime() - stopNanos));
        if (renewing != null) {
            renewing.interrupt();
        }
    }

    private void takeAll() {
        while (!stopping) {
            trouble.attempt("taking calls of asynchronous actions", this::take);
            if (!sleep()) {
                return;
            }
        }
    }

    /** False when the thread is to end. */
    private boolean sleep() {
        try {
            wakes.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
            wakes.drainPermits();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void take() {
        var snapshot = snapshots.peek().orElse(null);
        var free = settings.atATime() - inFlight.size();
        if (snapshot == null || free <= 0) {
            return;
        }
        var names = asynchronous(snapshot);
        if (names.isEmpty()) {
            return;
        }
        if (!prepared) {
            queue.prepare();
            prepared = true;
        }
        for (var job : queue.take(names, free, settings.lease())) {
            var action = snapshot.model().actions().get(job.action());
            inFlight.begin(job.id(), () -> outcome(job, action, snapshot.model()));
        }
    }

    private static Set<ActionName> asynchronous(Snapshot snapshot) {
        var names = new LinkedHashSet<ActionName>();
        snapshot.model().actions().values().stream()
                .filter(Action::asynchronous)
                .forEach(action -> names.add(action.name()));
        return names;
    }

    private ActionJob.Outcome outcome(ActionJob job, @Nullable Action action, Model model) {
        if (action == null) {
            throw new IllegalStateException("took a call of an action that is not there");
        }
        if (job.tries() > TRIES_MAX) {
            return ActionJob.Outcome.Failed.of("the call did not come to an end " + TRIES_MAX + " times");
        }
        var maximum = action.maximumAge();
        if (maximum == null || job.age().compareTo(maximum) <= 0) {
            return delivery.deliver(job, action, model);
        }
        var before = job.tries() > 1 ? "; an earlier call of the handler did not come to an end" : "";
        return ActionJob.Outcome.Failed.of(
                "the action was not called within its maximum age of " + maximum.toSeconds() + " seconds" + before);
    }

    private void renewAll() {
        var pause = settings.lease().dividedBy(3);
        while (!stopping || inFlight.size() > 0) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            var held = inFlight.ids();
            if (!held.isEmpty()) {
                trouble.attempt("renewing leases of asynchronous actions", () -> queue.renew(held, settings.lease()));
            }
        }
    }
}
