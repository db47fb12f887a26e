package dev.dovetail.planner;

/**
 * How statements are made, and how big they may be.
 *
 * @param stringifyNumerics whether bigint, numeric and float8 are told as JSON strings
 * @param answerBytesMax a statement with a longer answer fails before it is sent
 * @param relatedMax fields of one statement that lead to other rows: the time in which Postgres plans grows faster than
 *     their number
 * @param updatesMax updates of one {@code update_many}, each a statement
 * @param skipsRemoteNulls whether arguments of remote schemas that are null are left out of what is sent
 */
public record PlannerOptions(
        boolean stringifyNumerics, long answerBytesMax, int relatedMax, int updatesMax, boolean skipsRemoteNulls) {
    public static final int RELATED_MAX = 500;
    public static final int UPDATES_MAX = 10_000;

    /** With the usual bounds. */
    public PlannerOptions(boolean stringifyNumerics, long answerBytesMax) {
        this(stringifyNumerics, answerBytesMax, RELATED_MAX, UPDATES_MAX, false);
    }
}
