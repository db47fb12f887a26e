package dev.dovetail.sql;

import dev.dovetail.sql.RawSelect.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a query as Postgres's scanner does, so far as it matters for where the query ends: literals of every kind,
 * quoted names, comments, parentheses. Comments become blanks, dollar-quoted literals plain ones. The scanner is that
 * of {@code standard_conforming_strings = on}, as every Postgres since 9.1 starts with.
 */
final class RawReader {
    /** Stands for a hole: no Postgres text can contain it. */
    private static final char HOLE = '\0';

    private static final Set<String> BEGINNINGS = Set.of("select", "with", "values", "table");

    private final String text;
    private final int holes;
    private final List<Part> parts = new ArrayList<>();
    private final StringBuilder plain = new StringBuilder();
    private int at;
    private int hole;
    private int depth;
    private boolean begun;
    private boolean ended;
    /** After {@code E'…'}: it may go on in a literal on one of the next lines, which then knows escapes too. */
    private boolean afterEscapes;

    private boolean afterNewLine;

    RawReader(List<String> aroundHoles) {
        if (aroundHoles.stream().anyMatch(each -> each.indexOf(HOLE) >= 0)) {
            throw refused("there is a character in it that Postgres does not take");
        }
        this.text = String.join(String.valueOf(HOLE), aroundHoles);
        this.holes = aroundHoles.size() - 1;
    }

    RawSelect read() {
        while (at < text.length()) {
            step();
        }
        flush();
        if (!begun) {
            throw refused("it is empty");
        }
        if (depth > 0) {
            throw refused("a parenthesis is not closed");
        }
        return new RawSelect(parts, holes);
    }

    private void step() {
        var c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            afterNewLine |= c == '\n' || c == '\r';
            plain.append(c);
            at++;
        } else if (text.startsWith("--", at)) {
            skip(endOfLine());
        } else if (text.startsWith("/*", at)) {
            skip(endOfComment());
        } else if (c == ';') {
            ended = true;
            at++;
        } else {
            token(c);
        }
    }

    private void token(char c) {
        if (ended) {
            throw refused("it is more than one statement");
        }
        if (!begun) {
            begins(c);
        }
        var escapes = afterEscapes && afterNewLine && c == '\'';
        afterEscapes = false;
        switch (c) {
            case HOLE -> {
                flush();
                parts.add(new Part.Hole(hole++));
                at++;
            }
            case '\'' -> literal(at, escapes);
            case '"' -> quoted(endOfQuoted(at, '"', false));
            case '$' -> dollar();
            case '(' -> {
                depth++;
                plain(at + 1);
            }
            case ')' -> {
                if (depth-- == 0) {
                    throw refused("a parenthesis is closed that was not opened");
                }
                plain(at + 1);
            }
            default -> {
                if (startsName(c)) {
                    name();
                } else {
                    plain(at + 1);
                }
            }
        }
    }

    /** What does not read would not be refused by its place everywhere. */
    private void begins(char c) {
        begun = true;
        if (c != '(' && !BEGINNINGS.contains(text.substring(at, endOfName(at)).toLowerCase(Locale.ROOT))) {
            throw refused("it is no SELECT");
        }
    }

    private void name() {
        var end = endOfName(at);
        var isEscape = end == at + 1 && Character.toLowerCase(text.charAt(at)) == 'e';
        if (isEscape && end < text.length() && text.charAt(end) == '\'') {
            literal(end, true);
        } else {
            plain(end);
        }
    }

    private void literal(int open, boolean escapes) {
        quoted(endOfQuoted(open, '\'', escapes));
        afterEscapes = escapes;
        afterNewLine = false;
    }

    private void dollar() {
        var tag = at + 1;
        if (tag < text.length() && Character.isDigit(text.charAt(tag))) {
            throw refused("there are numbered parameters in it, where arguments are written {{name}}");
        }
        while (tag < text.length() && isNamePart(text.charAt(tag)) && text.charAt(tag) != '$') {
            tag++;
        }
        if (tag == text.length() || text.charAt(tag) != '$') {
            plain(at + 1);
            return;
        }
        var mark = text.substring(at, tag + 1);
        var close = text.indexOf(mark, tag + 1);
        if (close < 0) {
            throw refused("a literal has no end");
        }
        var value = withoutHoles(tag + 1, close);
        flush();
        var literal = new StringBuilder();
        Quoting.literal(literal, value);
        parts.add(new Part.Quoted(literal.toString()));
        at = close + mark.length();
    }

    private int endOfQuoted(int open, char quote, boolean escapes) {
        for (var i = open + 1; i < text.length(); i++) {
            var c = text.charAt(i);
            if (escapes && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 == text.length() || text.charAt(i + 1) != quote) {
                    return i + 1;
                }
                i++;
            }
        }
        throw refused("a literal or a quoted name has no end");
    }

    private int endOfLine() {
        var end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    /** Comments of this kind stand within each other. */
    private int endOfComment() {
        var open = 0;
        var i = at;
        while (i < text.length()) {
            if (text.startsWith("/*", i)) {
                open++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                i += 2;
                if (--open == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        throw refused("a comment has no end");
    }

    private int endOfName(int from) {
        var end = from;
        while (end < text.length() && isNamePart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean startsName(char c) {
        return c == '_' || c >= 0x80 || Character.isLetter(c);
    }

    private static boolean isNamePart(char c) {
        return startsName(c) || Character.isDigit(c) || c == '$';
    }

    private void skip(int end) {
        for (; at < end; at++) {
            if (text.charAt(at) == HOLE) {
                hole++;
            }
        }
        plain.append(' ');
    }

    private void plain(int end) {
        plain.append(text, at, end);
        at = end;
    }

    private void quoted(int end) {
        var value = withoutHoles(at, end);
        flush();
        parts.add(new Part.Quoted(value));
        at = end;
    }

    private String withoutHoles(int from, int to) {
        var value = text.substring(from, to);
        if (value.indexOf(HOLE) >= 0) {
            throw refused("an argument stands between quotes, where it would be text and not a value");
        }
        return value;
    }

    private void flush() {
        if (!plain.isEmpty()) {
            parts.add(new Part.Plain(plain.toString()));
            plain.setLength(0);
        }
    }

    private static IllegalArgumentException refused(String reason) {
        return new IllegalArgumentException("The code of a native query has to be one SELECT, but " + reason + ".");
    }
}
