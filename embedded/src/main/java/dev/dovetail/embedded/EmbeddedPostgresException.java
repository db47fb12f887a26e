package dev.dovetail.embedded;

/** The embedded Postgres cannot start or do what was asked; the message is written for the person at the terminal. */
public final class EmbeddedPostgresException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    EmbeddedPostgresException(String message) {
        super(message);
    }

    EmbeddedPostgresException(String message, Throwable cause) {
        super(message, cause);
    }
}
