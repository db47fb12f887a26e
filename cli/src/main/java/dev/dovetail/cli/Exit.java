package dev.dovetail.cli;

/** The exit statuses. */
final class Exit {
    static final int DONE = 0;
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int FILES = 3;
    static final int NO_SERVER = 4;

    private Exit() {}
}
