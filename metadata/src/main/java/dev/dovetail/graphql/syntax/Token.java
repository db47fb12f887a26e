package dev.dovetail.graphql.syntax;

/** The kinds of token. */
enum Token {
    NAME,
    INT,
    FLOAT,
    STRING,
    SPREAD,
    BANG,
    DOLLAR,
    COLON,
    EQUALS,
    AT,
    PAREN_OPEN,
    PAREN_CLOSE,
    BRACKET_OPEN,
    BRACKET_CLOSE,
    BRACE_OPEN,
    BRACE_CLOSE,
    END
}
