package dev.dovetail.app;

import dev.dovetail.error.ApiException;
import dev.dovetail.error.ErrorCode;
import dev.dovetail.error.Failure;
import dev.dovetail.http.Readiness;
import dev.dovetail.json.Json;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Brings the engine up and keeps it up, on a thread of its own: loads the metadata as soon as their database answers,
 * follows other instances, and tries again what could not be reached. The HTTP edge runs beside it from the first
 * moment and asks {@link #state} whether there is anything to serve.
 */
final class Lifecycle implements Readiness {
    private static final double NANOS_PER_SECOND = 1e9;

    private final Engine engine;
    private final Observer observer;
    private final Pace pace;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final long startNanos = System.nanoTime();
    private volatile State state = new NotReady("the server is starting");

    /**
     * How often is done what.
     *
     * @param look at the metadata's version; zero for never
     */
    record Pace(Duration look, Duration retryFirst, Duration retryLimit) {
        static Pace looking(Duration look) {
            return new Pace(look, Duration.ofMillis(200), Duration.ofSeconds(5));
        }
    }

    Lifecycle(Engine engine, Observer observer, Pace pace) {
        this.engine = engine;
        this.observer = observer;
        this.pace = pace;
    }

    @Override
    public State state() {
        var now = state;
        return now instanceof Serving ? new Serving(engine.isInconsistent()) : now;
    }

    /** Returns when the server is to stop; throws a {@link FatalException} when there is no point in going on. */
    void run() {
        if (load()) {
            attend();
        }
    }

    /** False when the time is up before. */
    boolean awaitLoaded(Duration patience) throws InterruptedException {
        return loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        stopping.countDown();
    }

    /** False when the server is to stop before the metadata could be loaded. */
    private boolean load() {
        var backoff = new Backoff(pace.retryFirst(), pace.retryLimit());
        var trouble = attempt(engine::load);
        while (trouble != null) {
            state = new NotReady(trouble);
            tell(Level.ERROR, "waiting", trouble);
            if (sleep(backoff.next())) {
                return false;
            }
            trouble = attempt(engine::load);
        }
        state = new Serving(engine.isInconsistent());
        loaded.countDown();
        var info = Json.object().put("message", "ready");
        info.put("seconds", (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
        observer.see(new Observation.Step(Level.INFO, "ready", info));
        return true;
    }

    private void attend() {
        var healing =
                new Backoff(pace.retryFirst().multipliedBy(5), pace.retryLimit().multipliedBy(6));
        var sinceHealing = Duration.ZERO;
        var nextHealing = healing.next();
        var step = pace.look().isZero() ? Duration.ofSeconds(1) : pace.look();
        while (!sleep(step)) {
            look();
            sinceHealing = sinceHealing.plus(step);
            if (!engine.isInconsistent()) {
                healing.reset();
                nextHealing = healing.next();
                sinceHealing = Duration.ZERO;
            } else if (sinceHealing.compareTo(nextHealing) >= 0 && state instanceof Serving) {
                heal();
                nextHealing = healing.next();
                sinceHealing = Duration.ZERO;
            }
        }
    }

    private void look() {
        var trouble = pace.look().isZero() ? null : attempt(engine::look);
        if (trouble != null) {
            if (state instanceof Serving) {
                tell(Level.ERROR, "metadata_database", trouble);
            }
            state = new CutOff(trouble);
            return;
        }
        if (state instanceof CutOff) {
            tell(Level.INFO, "metadata_database", "reachable again");
        }
        state = new Serving(engine.isInconsistent());
    }

    private void heal() {
        var trouble = attempt(engine::heal);
        if (trouble != null) {
            tell(Level.WARN, "healing", trouble);
        }
        state = new Serving(engine.isInconsistent());
    }

    /** What went wrong, in words for whoever asks for our health; null when nothing did. */
    private @Nullable String attempt(Runnable work) {
        try {
            work.run();
            return null;
        } catch (ApiException refusal) {
            return refusal.failure() instanceof Failure.Own own ? own.message() : String.valueOf(refusal.getMessage());
        } catch (FatalException fatal) {
            throw fatal;
        } catch (RuntimeException fault) {
            observer.see(new Observation.Fault("lifecycle", fault, null));
            return "an internal error; see the log (" + ErrorCode.UNEXPECTED.wire() + ")";
        }
    }

    private void tell(Level level, String kind, String message) {
        observer.see(new Observation.Step(level, kind, Json.object().put("message", message)));
    }

    /** Whether the server is to stop. */
    private boolean sleep(Duration time) {
        try {
            return stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
