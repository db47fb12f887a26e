package dev.dovetail.sql;

/** The infix operators the product uses, each with its text and whether the text is a word. */
public enum Operator {
    EQUAL("="),
    NOT_EQUAL("<>"),
    GREATER(">"),
    LESS("<"),
    GREATER_OR_EQUAL(">="),
    LESS_OR_EQUAL("<="),
    LIKE("LIKE"),
    NOT_LIKE("NOT LIKE"),
    ILIKE("ILIKE"),
    NOT_ILIKE("NOT ILIKE"),
    SIMILAR("SIMILAR TO"),
    NOT_SIMILAR("NOT SIMILAR TO"),
    REGEX("~"),
    NOT_REGEX("!~"),
    IREGEX("~*"),
    NOT_IREGEX("!~*"),
    CONTAINS("@>"),
    CONTAINED_IN("<@"),
    HAS_KEY("?"),
    MATCHES_ANY("?"),
    HAS_KEYS_ANY("?|"),
    HAS_KEYS_ALL("?&"),
    CONCAT("||"),
    MINUS("-"),
    PLUS("+"),
    TIMES("*"),
    DELETE_PATH("#-"),
    JSON_PATH("#>"),
    JSON_PATH_TEXT("#>>"),
    JSON_PATH_EXISTS("@?"),
    JSON_PATH_MATCH("@@"),
    MATCHES("~"),
    MATCHES_FULLTEXT("@");

    private final String text;

    Operator(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
