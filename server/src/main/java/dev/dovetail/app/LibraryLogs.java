package dev.dovetail.app;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.ContextAwareBase;
import dev.dovetail.observe.Level;
import dev.dovetail.observe.Observation;
import dev.dovetail.observe.Observer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What libraries log through SLF4J becomes observations too, so that all lines look alike. */
final class LibraryLogs {
    private LibraryLogs() {}

    /** From now on, libraries' warnings and errors go to the observer. */
    static void forwardTo(Observer observer) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            var appender = new Forwarder(observer);
            appender.setContext(context);
            appender.start();
            context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        }
    }

    /** Found by Logback itself, which otherwise looks for files and writes everything in a format of its own. */
    public static final class Quiet extends ContextAwareBase implements Configurator {
        @Override
        public ExecutionStatus configure(LoggerContext context) {
            context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(ch.qos.logback.classic.Level.WARN);
            return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
        }
    }

    private static final class Forwarder extends AppenderBase<ILoggingEvent> {
        private final Observer observer;

        Forwarder(Observer observer) {
            this.observer = observer;
        }

        @Override
        protected void append(ILoggingEvent event) {
            observer.see(new Observation.Remark(
                    event.getLevel().isGreaterOrEqual(ch.qos.logback.classic.Level.ERROR) ? Level.ERROR : Level.WARN,
                    event.getLoggerName(),
                    event.getFormattedMessage(),
                    cause(event)));
        }

        private static @Nullable Throwable cause(ILoggingEvent event) {
            return event.getThrowableProxy() instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        }
    }
}
