package dev.dovetail.metadata.project;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds elements to lists of a YAML text and leaves every other line as it is, comments among them. It looks at lines
 * only and understands the usual block style; whoever uses it reads the outcome and takes another way when it is not
 * what was meant.
 */
final class YamlLists {
    private static final int STEP = 2;

    private final List<String> lines;

    private YamlLists(List<String> lines) {
        this.lines = lines;
    }

    /**
     * Adds what stands in the lists of one text to those of another.
     *
     * @param path keys from the outermost
     * @return null where the text is written in a way that is not understood
     */
    static @Nullable String add(String to, String from, List<List<String>> paths) {
        var target = new YamlLists(new ArrayList<>(to.lines().toList()));
        var source = new YamlLists(from.lines().toList());
        for (var path : paths) {
            var elements = source.elements(path);
            if (!elements.isEmpty() && !target.append(path, elements)) {
                return null;
            }
        }
        return String.join("\n", target.lines) + "\n";
    }

    /** A key's line, and the lines under it: from the one after it up to {@code end}. */
    private record Block(int key, int end, int indent) {}

    private @Nullable Block find(List<String> path) {
        var from = 0;
        var to = lines.size();
        var indent = 0;
        Block found = null;
        for (var key : path) {
            found = find(key, indent, from, to);
            if (found == null) {
                return null;
            }
            from = found.key() + 1;
            to = found.end();
            indent = from < to ? indentOf(firstContent(found)) : indent + STEP;
        }
        return found;
    }

    private @Nullable Block find(String key, int indent, int from, int to) {
        for (var i = from; i < to; i++) {
            var line = lines.get(i);
            if (indentOf(line) == indent && line.startsWith(key + ":", indent)) {
                return new Block(i, end(i, indent, to), indent);
            }
        }
        return null;
    }

    /** After the last line that says something within. */
    private int end(int key, int indent, int to) {
        var end = key + 1;
        for (var i = key + 1; i < to; i++) {
            var line = lines.get(i);
            if (line.isBlank() || (isComment(line) && indentOf(line) <= indent)) {
                continue;
            }
            if (indentOf(line) < indent || (indentOf(line) == indent && !isElement(line))) {
                break;
            }
            end = i + 1;
        }
        return end;
    }

    private String firstContent(Block block) {
        return lines.subList(block.key() + 1, block.end()).stream()
                .filter(line -> !line.isBlank() && !isComment(line))
                .findFirst()
                .orElse("");
    }

    /** Without the indentation of the list. */
    private List<String> elements(List<String> path) {
        var block = find(path);
        if (block == null || block.key() + 1 == block.end()) {
            return List.of();
        }
        var indent = indentOf(firstContent(block));
        return lines.subList(block.key() + 1, block.end()).stream()
                .map(line -> line.isBlank() ? "" : line.substring(indent))
                .toList();
    }

    private boolean append(List<String> path, List<String> elements) {
        var block = find(path);
        if (block != null) {
            return append(block, elements);
        }
        var key = path.getLast() + ":";
        if (path.size() == 1) {
            lines.add(key);
            indented(elements, STEP, lines.size());
            return true;
        }
        var keyed = new ArrayList<String>();
        keyed.add(key);
        elements.forEach(line -> keyed.add(line.isEmpty() ? line : " ".repeat(STEP) + line));
        return append(path.subList(0, path.size() - 1), keyed);
    }

    private boolean append(Block block, List<String> added) {
        var first = firstContent(block);
        if (!first.isEmpty()) {
            if (isElement(first) != isElement(added.getFirst())) {
                return false;
            }
            indented(added, indentOf(first), block.end());
            return true;
        }
        var line = lines.get(block.key());
        var colon = line.indexOf(':');
        var rest = line.substring(colon + 1).strip();
        var value = isComment(rest) ? "" : rest.split("\\s", 2)[0];
        if (!List.of("", "[]", "{}", "null", "~").contains(value)) {
            return false;
        }
        var comment = rest.substring(value.length()).strip();
        lines.set(block.key(), line.substring(0, colon + 1) + (comment.isEmpty() ? "" : " " + comment));
        indented(added, block.indent() + STEP, block.key() + 1);
        return true;
    }

    private void indented(List<String> added, int indent, int at) {
        lines.addAll(
                at,
                added.stream()
                        .map(line -> line.isEmpty() ? line : " ".repeat(indent) + line)
                        .toList());
    }

    private static int indentOf(String line) {
        var indent = 0;
        while (indent < line.length() && line.charAt(indent) == ' ') {
            indent++;
        }
        return indent;
    }

    private static boolean isElement(String line) {
        return line.strip().equals("-") || line.strip().startsWith("- ");
    }

    private static boolean isComment(String line) {
        return line.strip().startsWith("#");
    }
}
