package dev.dovetail.graphql.syntax;

/** Cuts a text into tokens, one at a time and never looking back. */
final class Lexer {
    static final int TOKENS_MAX = 500_000;
    static final int DIGITS_MAX = 10_000;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private int position;
    private int start;
    private int tokens;
    private Token token = Token.END;
    private String content = "";

    Lexer(String text) {
        this.text = text;
        advance();
    }

    Token token() {
        return token;
    }

    /** A name, the text of a number, the value of a string; empty for the others. */
    String content() {
        return content;
    }

    SyntaxException error(String problem) {
        return SyntaxException.invalid(problem, start);
    }

    SyntaxException tooLarge(String problem) {
        return SyntaxException.tooLarge(problem, start);
    }

    void advance() {
        skipIgnored();
        start = position;
        content = "";
        if (position == text.length()) {
            token = Token.END;
            return;
        }
        if (++tokens > TOKENS_MAX) {
            throw tooLarge("more than " + TOKENS_MAX + " tokens");
        }
        var first = text.charAt(position);
        token = isNameStart(first) ? name() : isDigit(first) || first == '-' ? number() : symbol(first);
    }

    private void skipIgnored() {
        while (position < text.length()) {
            switch (text.charAt(position)) {
                case ' ', '\t', '\n', '\r', ',', BYTE_ORDER_MARK -> position++;
                case '#' -> skipComment();
                default -> {
                    return;
                }
            }
        }
    }

    private void skipComment() {
        while (position < text.length() && text.charAt(position) != '\n' && text.charAt(position) != '\r') {
            position++;
        }
    }

    private Token name() {
        while (position < text.length() && isNamePart(text.charAt(position))) {
            position++;
        }
        content = text.substring(start, position);
        return Token.NAME;
    }

    private Token number() {
        accept('-');
        var zero = peek() == '0';
        var whole = digits();
        if (zero && whole > 1) {
            throw error("a number with a leading zero");
        }
        var fraction = accept('.');
        var size = whole + (fraction ? digits() : 0);
        var exponent = accept('e') || accept('E');
        if (exponent) {
            if (!accept('-')) {
                accept('+');
            }
            digits();
        }
        if (size > DIGITS_MAX) {
            throw tooLarge("a number of more than " + DIGITS_MAX + " digits");
        }
        if (isNamePart(peek()) || peek() == '.') {
            throw error("a number that runs into something else");
        }
        content = text.substring(start, position);
        return fraction || exponent ? Token.FLOAT : Token.INT;
    }

    private int digits() {
        var from = position;
        while (isDigit(peek())) {
            position++;
        }
        if (position == from) {
            throw error("a number without digits");
        }
        return position - from;
    }

    private Token symbol(char first) {
        if (first == '"') {
            var literal = StringLiteral.at(text, position);
            position = literal.end();
            content = literal.value();
            return Token.STRING;
        }
        if (text.startsWith("...", position)) {
            position += 3;
            return Token.SPREAD;
        }
        position++;
        return switch (first) {
            case '!' -> Token.BANG;
            case '$' -> Token.DOLLAR;
            case ':' -> Token.COLON;
            case '=' -> Token.EQUALS;
            case '@' -> Token.AT;
            case '&' -> Token.AMPERSAND;
            case '|' -> Token.PIPE;
            case '(' -> Token.PAREN_OPEN;
            case ')' -> Token.PAREN_CLOSE;
            case '[' -> Token.BRACKET_OPEN;
            case ']' -> Token.BRACKET_CLOSE;
            case '{' -> Token.BRACE_OPEN;
            case '}' -> Token.BRACE_CLOSE;
            default -> throw error("an unexpected character");
        };
    }

    private boolean accept(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    /** The next character; a blank at the end of the text. */
    private char peek() {
        return position < text.length() ? text.charAt(position) : ' ';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isNameStart(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    private static boolean isNamePart(char c) {
        return isNameStart(c) || isDigit(c);
    }
}
