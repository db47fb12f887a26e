package dev.dovetail.cli;

/** What {@code ./dovetail metadata …} and its neighbours start. */
public final class Main {
    private Main() {}

    public static void main(String[] words) {
        System.exit(run(Surroundings.ofProcess(), words));
    }

    /** Gives the exit status; 0 when all went well. */
    public static int run(Surroundings surroundings, String... words) {
        return Commands.run(surroundings, words);
    }
}
