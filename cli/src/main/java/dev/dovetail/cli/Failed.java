package dev.dovetail.cli;

/** Ends a command: what is said about it, and the exit status. A control-flow value without stack trace. */
final class Failed extends RuntimeException {
    private final int status;

    private Failed(int status, String message) {
        super(message, null, false, false);
        this.status = status;
    }

    int status() {
        return status;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    /** The server said no, or the metadata is not as it was asked to be. */
    static Failed refused(String message) {
        return new Failed(Exit.REFUSED, message);
    }

    /** The command line or the configuration makes no sense. */
    static Failed usage(String message) {
        return new Failed(Exit.USAGE, message);
    }

    /** The project's files cannot be read or written. */
    static Failed files(String message) {
        return new Failed(Exit.FILES, message);
    }

    /** There is no server, or none that lets us in. */
    static Failed noServer(String message) {
        return new Failed(Exit.NO_SERVER, message);
    }
}
