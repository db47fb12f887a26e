package dev.dovetail.cli;

/** What {@code ./dovetail metadata …} and its neighbours start. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Commands.run(Surroundings.ofProcess(), arguments));
    }
}
