package dev.dovetail.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;
import java.util.stream.Collectors;

/** What two texts differ in, in the unified form that {@code patch} reads. */
final class LineDiff {
    static final int CONTEXT = 3;

    private static final String BOLD = "\u001b[1m";
    private static final String RED = "\u001b[31m";
    private static final String GREEN = "\u001b[32m";
    private static final String CYAN = "\u001b[36m";
    private static final String OFF = "\u001b[0m";

    private LineDiff() {}

    /**
     * Empty when the texts are equal.
     *
     * @param from the name of the first
     * @param to the name of the second
     * @param context how many equal lines are shown around the others
     */
    static String of(String from, String before, String to, String after, int context) {
        if (before.equals(after)) {
            return "";
        }
        var first = lines(before);
        var patch = DiffUtils.diff(first, lines(after), new Anchors());
        return UnifiedDiffUtils.generateUnifiedDiff(from, to, first, patch, context).stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }

    static String coloured(String diff) {
        return diff.lines().map(line -> colour(line) + line + OFF + "\n").collect(Collectors.joining());
    }

    private static String colour(String line) {
        if (line.startsWith("---") || line.startsWith("+++")) {
            return BOLD;
        }
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '-' -> RED;
            case '+' -> GREEN;
            case '@' -> CYAN;
            default -> "";
        };
    }
}
