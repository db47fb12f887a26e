package dev.dovetail.graphql.syntax;

import java.util.List;

/** The meaning of a block string: common indentation and blank lines at both ends are layout and not content. */
final class BlockString {
    private BlockString() {}

    static String value(String raw) {
        var lines = List.of(raw.replace("\r\n", "\n").replace('\r', '\n').split("\n", -1));
        var common = commonIndentation(lines.subList(1, lines.size()));
        var first = 0;
        var end = lines.size();
        while (first < end && indentation(lines.get(first)) == lines.get(first).length()) {
            first++;
        }
        while (end > first
                && indentation(lines.get(end - 1)) == lines.get(end - 1).length()) {
            end--;
        }
        var value = new StringBuilder();
        for (var i = first; i < end; i++) {
            var line = lines.get(i);
            value.append(i == first ? "" : "\n")
                    .append(i == 0 ? line : line.substring(Math.min(common, line.length())));
        }
        return value.toString();
    }

    /** Blank lines do not count. */
    private static int commonIndentation(List<String> lines) {
        return lines.stream()
                .filter(line -> indentation(line) < line.length())
                .mapToInt(BlockString::indentation)
                .min()
                .orElse(0);
    }

    private static int indentation(String line) {
        var blank = 0;
        while (blank < line.length() && (line.charAt(blank) == ' ' || line.charAt(blank) == '\t')) {
            blank++;
        }
        return blank;
    }
}
