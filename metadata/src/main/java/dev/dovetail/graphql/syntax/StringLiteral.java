package dev.dovetail.graphql.syntax;

/** A string literal, quoted or block. {@code end} is the offset after its last quote. */
record StringLiteral(String value, int end) {
    private static final String BLOCK = "\"\"\"";

    /** Reads the literal that opens at {@code start}, where a quote stands. */
    static StringLiteral at(String text, int start) {
        return text.startsWith(BLOCK, start) ? block(text, start) : quoted(text, start);
    }

    private static StringLiteral quoted(String text, int start) {
        var value = new StringBuilder();
        var position = start + 1;
        while (position < text.length()) {
            var c = text.charAt(position);
            if (c == '"') {
                return new StringLiteral(wellFormed(value, start), position + 1);
            }
            if (c < ' ' && c != '\t') {
                throw SyntaxException.invalid("a control character in a string", position);
            }
            position = c == '\\' ? escape(text, position + 1, value) : position + 1;
            if (c != '\\') {
                value.append(c);
            }
        }
        throw SyntaxException.invalid("a string without end", start);
    }

    /** Appends what the escape after the backslash means and gives the offset after it. */
    private static int escape(String text, int position, StringBuilder value) {
        var kind = position < text.length() ? text.charAt(position) : ' ';
        if (kind == 'u') {
            return unicode(text, position + 1, value);
        }
        value.append(
                switch (kind) {
                    case '"', '\\', '/' -> kind;
                    case 'b' -> '\b';
                    case 'f' -> '\f';
                    case 'n' -> '\n';
                    case 'r' -> '\r';
                    case 't' -> '\t';
                    default -> throw SyntaxException.invalid("an unknown escape", position);
                });
        return position + 1;
    }

    /** Four hexadecimal digits, or any number of them in braces. */
    private static int unicode(String text, int position, StringBuilder value) {
        if (!text.startsWith("{", position)) {
            value.append((char) hexadecimal(text, position, position + 4));
            return position + 4;
        }
        var close = text.indexOf('}', position);
        if (close < 0 || close > position + 9) {
            throw SyntaxException.invalid("an endless unicode escape", position);
        }
        var codePoint = hexadecimal(text, position + 1, close);
        if (!Character.isValidCodePoint(codePoint)) {
            throw SyntaxException.invalid("an escape beyond unicode", position);
        }
        value.appendCodePoint(codePoint);
        return close + 1;
    }

    private static int hexadecimal(String text, int from, int to) {
        if (to > text.length() || from == to) {
            throw SyntaxException.invalid("a unicode escape without digits", from);
        }
        var number = 0L;
        for (var i = from; i < to; i++) {
            var digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 || text.charAt(i) > 'f') {
                throw SyntaxException.invalid("a unicode escape with a digit that is none", i);
            }
            number = number * 16 + digit;
        }
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    /** Half a surrogate pair is no character: it can neither be stored nor sent. */
    private static String wellFormed(CharSequence value, int start) {
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            var paired = Character.isHighSurrogate(c)
                    && i + 1 < value.length()
                    && Character.isLowSurrogate(value.charAt(i + 1));
            if (!paired) {
                throw SyntaxException.invalid("half a surrogate pair", start);
            }
            i++;
        }
        return value.toString();
    }

    private static StringLiteral block(String text, int start) {
        var raw = new StringBuilder();
        var position = start + BLOCK.length();
        for (var close = text.indexOf(BLOCK, position); close >= 0; close = text.indexOf(BLOCK, position)) {
            var escaped = close > position && text.charAt(close - 1) == '\\';
            raw.append(text, position, escaped ? close - 1 : close);
            position = close + BLOCK.length();
            if (!escaped) {
                return new StringLiteral(BlockString.value(wellFormed(raw, start)), position);
            }
            raw.append(BLOCK);
        }
        throw SyntaxException.invalid("a block string without end", start);
    }
}
