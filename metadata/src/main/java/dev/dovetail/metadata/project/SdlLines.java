package dev.dovetail.metadata.project;

import java.util.HashMap;
import java.util.Map;

/**
 * The lines on which an SDL text, already known to be valid, names its types and their members. The parser does not
 * keep them, so the text is walked once more: names outside of braces are types, those in braces members. Of arguments
 * and of what stands between square brackets or behind a colon nothing is noted.
 */
final class SdlLines {
    private final String text;
    private final Map<String, Integer> lines = new HashMap<>();
    private int position;
    private int line = 1;
    private String type = "";
    private int braces;
    private int parentheses;
    private boolean afterColon;
    private String before = "";

    private SdlLines(String text) {
        this.text = text;
    }

    static SdlLines of(String sdl) {
        var lines = new SdlLines(sdl);
        while (lines.position < sdl.length()) {
            lines.step();
        }
        return lines;
    }

    static int lineAt(String text, int offset) {
        return 1
                + (int) text.substring(0, Math.min(offset, text.length()))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** Of the first definition of the name; 1 when there is none. */
    int type(String name) {
        return lines.getOrDefault(name, 1);
    }

    int member(String type, String name) {
        return lines.getOrDefault(type + "." + name, type(type));
    }

    private void step() {
        var c = text.charAt(position);
        if (c == '#') {
            skipTo(text.indexOf('\n', position));
        } else if (text.startsWith("\"\"\"", position)) {
            var end = text.indexOf("\"\"\"", position + 3);
            while (end > 0 && text.charAt(end - 1) == '\\') {
                end = text.indexOf("\"\"\"", end + 3);
            }
            skipTo(end < 0 ? end : end + 3);
        } else if (c == '"') {
            skipString();
        } else if (Character.isJavaIdentifierStart(c) && c != '$') {
            name();
        } else {
            symbol(c);
            position++;
        }
    }

    private void skipTo(int end) {
        var to = end < 0 ? text.length() : end;
        line += (int)
                text.substring(position, to).chars().filter(c -> c == '\n').count();
        position = to;
    }

    private void skipString() {
        position++;
        while (position < text.length() && text.charAt(position) != '"') {
            position += text.charAt(position) == '\\' ? 2 : 1;
        }
        position++;
    }

    private void name() {
        var start = position;
        while (position < text.length() && Character.isJavaIdentifierPart(text.charAt(position))) {
            position++;
        }
        var name = text.substring(start, position);
        if (braces == 0 && before.matches("type|input|enum|scalar|interface|union")) {
            type = name;
            lines.putIfAbsent(name, line);
        } else if (braces == 1 && parentheses == 0 && !afterColon) {
            lines.putIfAbsent(type + "." + name, line);
        }
        afterColon = false;
        before = name;
    }

    private void symbol(char c) {
        switch (c) {
            case '\n' -> line++;
            case '{' -> braces++;
            case '}' -> braces--;
            case '(' -> parentheses++;
            case ')' -> parentheses--;
            case ':', '@' -> afterColon = true;
            default -> {}
        }
    }
}
