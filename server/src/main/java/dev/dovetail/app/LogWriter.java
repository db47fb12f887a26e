package dev.dovetail.app;

import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines on a thread of its own, so that a request never waits for the output, and a moment after the first of
 * them: waking a thread for each line would cost more than the line. When the output cannot keep up, lines are dropped
 * rather than memory filled; how many is written afterwards.
 */
final class LogWriter implements AutoCloseable {
    private static final int WAITING_BYTES_MAX = 8 * 1024 * 1024;
    private static final long LINGER_NANOS = 5_000_000;

    private final OutputStream out;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Thread thread = new Thread(this::run, "log");
    private ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private ByteArrayOutputStream spare = new ByteArrayOutputStream();
    private long dropped;
    private boolean idle;
    private boolean closed;

    LogWriter(OutputStream out) {
        this.out = out;
        thread.setDaemon(true);
        thread.start();
    }

    void write(byte[] line) {
        lock.lock();
        try {
            if (closed || waiting.size() + line.length > WAITING_BYTES_MAX) {
                dropped++;
                return;
            }
            waiting.writeBytes(line);
            waiting.write('\n');
            if (idle) {
                idle = false;
                changed.signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        var batch = take();
        while (batch != null) {
            try {
                batch.writeTo(out);
                out.flush();
            } catch (IOException e) {
                // Nobody reads our output any more; there is nobody to tell
            }
            batch.reset();
            batch = take();
        }
    }

    /** Waits for lines; null when closed and all is written. */
    private @Nullable ByteArrayOutputStream take() {
        lock.lock();
        try {
            while (waiting.size() == 0 && !closed) {
                idle = true;
                changed.awaitUninterruptibly();
            }
            idle = false;
            linger();
            if (waiting.size() == 0) {
                return null;
            }
            if (dropped > 0) {
                var remark = new Observation.Remark(Level.WARN, "log", dropped + " lines were dropped", null);
                waiting.writeBytes(LogLines.line(remark, new LogClock(Clock.systemDefaultZone()).now()));
                waiting.write('\n');
                dropped = 0;
            }
            var batch = waiting;
            waiting = spare;
            spare = batch;
            return batch;
        } finally {
            lock.unlock();
        }
    }

    /** Lets more lines come; only the end cuts it short. */
    private void linger() {
        var left = LINGER_NANOS;
        try {
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when all lines are written. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(2000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
