package dev.dovetail.template;

/** @param text of an identifier or number as written, of {@link Kind#TEXT} without its escapes */
record Token(Kind kind, String text, Span span) {

    enum Kind {
        /** {@code if}, {@code end}, {@code null} … too: whether a word is reserved is the parser's matter. */
        WORD,
        NUMBER,
        /** A piece of a string; several may follow each other. */
        TEXT,
        STRING_BEGIN,
        STRING_END,
        SINGLE_QUOTE,
        OPEN,
        CLOSE,
        CURLY_OPEN,
        CURLY_CLOSE,
        SQUARE_OPEN,
        SQUARE_CLOSE,
        PAREN_OPEN,
        PAREN_CLOSE,
        COLON,
        COMMA,
        DOT,
        QUESTION,
        UNDERSCORE,
        ASSIGN,
        /** One of {@link Expr.Operator}. */
        OPERATOR,
        END
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equals(word);
    }

    /** As messages quote it. */
    String shown() {
        return kind == Kind.TEXT ? '"' + text + '"' : text;
    }
}
