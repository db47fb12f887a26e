package dev.dovetail.template;

import java.util.regex.Pattern;

/** A template's text and how far it was read. */
final class Source {
    private final String text;
    private int at;
    private Position position = new Position(0, 1);

    Source(String text) {
        this.text = text;
    }

    boolean atEnd() {
        return at == text.length();
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    /** The character after the next one; a blank at the end. */
    char charAfter() {
        return at + 1 < text.length() ? text.charAt(at + 1) : ' ';
    }

    /** How many characters from here the pattern matches; 0 when it does not. */
    int length(Pattern pattern) {
        var matcher = pattern.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher.end() - at : 0;
    }

    String peek(int length) {
        return text.substring(at, at + length);
    }

    /** Whether there was something to skip. */
    boolean skip(Pattern pattern) {
        var length = length(pattern);
        advance(length);
        return length > 0;
    }

    /** Reads that many characters; the answer is where they stand. */
    Span advance(int length) {
        var start = position;
        var line = position.line();
        var column = position.column();
        for (var end = at + length; at < end; at++) {
            var c = text.charAt(at);
            if (c == '\n') {
                line++;
                column = 1;
            } else if (!Character.isLowSurrogate(c)) {
                column++;
            }
        }
        position = new Position(line, column);
        return new Span(start, position);
    }

    /** Nothing of the language begins here. The reference repeats the whole template, with its length as the span. */
    TemplateException invalid() {
        var end = new Position(position.line(), position.column() + text.codePointCount(0, text.length()));
        return new TemplateException(TemplateError.Kind.LEX, "Invalid Lexeme: '" + text + "'", new Span(position, end));
    }
}
