package dev.dovetail.graphql.syntax;

/** The kinds of token. */
public enum Token {
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
    AMPERSAND,
    PIPE,
    PAREN_OPEN,
    PAREN_CLOSE,
    BRACKET_OPEN,
    BRACKET_CLOSE,
    BRACE_OPEN,
    BRACE_CLOSE,
    END
}
