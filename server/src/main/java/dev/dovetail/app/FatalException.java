package dev.dovetail.app;

/** The server cannot run, and waiting will not help; the message is for the operator. */
final class FatalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FatalException(String message, Throwable cause) {
        super(message, cause);
    }
}
