package dev.dovetail.event;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.execute.ActionJob.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/** The calls under way, and what comes after each: its outcome is written down, however long that takes. */
final class InFlight {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration AFTER_INTERRUPT = Duration.ofSeconds(2);

    private final ActionQueue queue;
    private final Trouble trouble;
    private final Runnable ended;
    private final ConcurrentMap<UUID, Thread> threads = new ConcurrentHashMap<>();
    private volatile boolean abandoned;

    /** @param ended told after each call: there is a place more */
    InFlight(ActionQueue queue, Trouble trouble, Runnable ended) {
        this.queue = queue;
        this.trouble = trouble;
        this.ended = ended;
    }

    int size() {
        return threads.size();
    }

    List<UUID> ids() {
        return List.copyOf(threads.keySet());
    }

    void begin(UUID id, Supplier<Outcome> work) {
        var thread = Thread.ofVirtual().name("asynchronous action").unstarted(() -> run(id, work));
        threads.put(id, thread);
        thread.start();
    }

    private void run(UUID id, Supplier<Outcome> work) {
        try {
            var outcome = attempt(work);
            if (!abandoned) {
                finish(id, outcome);
            }
        } catch (InterruptedException _) {
            // Given back by whoever interrupted.
        } finally {
            if (!abandoned) {
                threads.remove(id);
            }
            ended.run();
        }
    }

    /** A fault of ours is an outcome: tried again and again it would only happen again and again. */
    private Outcome attempt(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error fault) {
            trouble.fault("an asynchronous action", fault);
            return Outcome.Failed.of("Internal Server Error");
        }
    }

    /** Until it is written down: as long as it is not, the call may be made again. */
    private void finish(UUID id, Outcome outcome) throws InterruptedException {
        var pause = FIRST_PAUSE;
        while (!trouble.attempt("writing down outcomes of asynchronous actions", () -> write(id, outcome))) {
            if (abandoned) {
                return;
            }
            Thread.sleep(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Postgres cannot keep every JSON: no zero character, no number beyond its range. */
    private void write(UUID id, Outcome outcome) {
        try {
            queue.finish(id, outcome);
        } catch (ApiException refused) {
            if (!(refused.failure() instanceof Failure.Own own) || own.code() != ErrorCode.DATA_EXCEPTION) {
                throw refused;
            }
            queue.finish(id, Outcome.Failed.of("the handler's answer holds what a jsonb of Postgres cannot"));
        }
    }

    /** Waits for what is under way, at most this long; gives back what is left. */
    void end(Duration patience) throws InterruptedException {
        var deadline = System.nanoTime() + patience.toNanos();
        for (var thread : threads.values()) {
            var left = deadline - System.nanoTime();
            if (left <= 0 || !thread.join(Duration.ofNanos(left))) {
                break;
            }
        }
        abandoned = true;
        var left = ids();
        if (left.isEmpty()) {
            return;
        }
        for (var thread : threads.values()) {
            thread.interrupt();
        }
        for (var thread : threads.values()) {
            thread.join(AFTER_INTERRUPT);
        }
        trouble.attempt("giving asynchronous actions back", () -> queue.release(left));
    }
}
