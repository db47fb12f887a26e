package dev.dovetail.cli;

/** What a command does. */
@FunctionalInterface
interface Action {
    /** Gives the exit status. Throws {@link Failed}. */
    int run(Invocation invocation);
}
