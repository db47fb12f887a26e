package dev.dovetail.app;

/** The command line or the environment cannot be understood; the message is for the operator. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
