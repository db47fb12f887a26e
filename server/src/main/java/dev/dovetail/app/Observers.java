package dev.dovetail.app;

import dev.dovetail.observe.Observer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/** Those who hear what happens: the log. Metrics and traces join here. */
final class Observers implements AutoCloseable {
    private final LogWriter writer;
    private final Observer observer;

    private Observers(LogWriter writer, Observer observer) {
        this.writer = writer;
        this.observer = observer;
    }

    /** Writes to standard output, libraries' warnings included. */
    static Observers of(LogOptions options) {
        var writer = new LogWriter(new FileOutputStream(FileDescriptor.out));
        var observer = new LogObserver(options.level(), options.types(), writer);
        LibraryLogs.forwardTo(observer);
        return new Observers(writer, observer);
    }

    Observer observer() {
        return observer;
    }

    /** Returns when all is written. */
    @Override
    public void close() {
        writer.close();
    }
}
