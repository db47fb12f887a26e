package dev.dovetail.execute;

/**
 * How much a join may ask for at once.
 *
 * @param tableKeys the most keys of one statement; more are fetched by several
 * @param remoteKeys the most keys of one request to a remote schema or to a handler that takes several inputs
 * @param atATime the most calls that one request waits for side by side
 */
public record JoinLimits(int tableKeys, int remoteKeys, int atATime) {
    public static final JoinLimits DEFAULT = new JoinLimits(10_000, 1_000, 16);

    public JoinLimits {
        if (tableKeys < 1 || remoteKeys < 1 || atATime < 1) {
            throw new IllegalArgumentException("a limit below one");
        }
    }
}
