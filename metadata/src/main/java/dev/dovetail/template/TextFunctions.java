package dev.dovetail.template;

import java.util.Locale;

/** What functions do with text. A character is a code point. */
final class TextFunctions {
    private TextFunctions() {}

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    static String head(String text) {
        return text.substring(0, secondAt(text));
    }

    static String tail(String text) {
        return text.substring(secondAt(text));
    }

    private static int secondAt(String text) {
        if (text.isEmpty()) {
            throw new FunctionFailure("Empty string");
        }
        return text.offsetByCodePoints(0, 1);
    }

    /** One writing for all that differ in case only, such as ß and SS. */
    static String folded(String text) {
        return text.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    /** The first letter after a blank large, the others small. */
    static String titled(String text) {
        var titled = new StringBuilder(text.length());
        var inWord = false;
        for (var at = 0; at < text.length(); ) {
            var c = text.codePointAt(at);
            at += Character.charCount(c);
            if (inWord) {
                titled.append(Character.toString(c).toLowerCase(Locale.ROOT));
            } else {
                titled.appendCodePoint(Character.toTitleCase(c));
            }
            inWord = !Character.isWhitespace(c) && (inWord || Character.isLetter(c));
        }
        return titled.toString();
    }
}
