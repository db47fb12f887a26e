package dev.dovetail.sql;

/** A name inside a statement, printed {@code _n}: never a user's text, so it can neither clash nor be truncated. */
public record Alias(int number) {
    @Override
    public String toString() {
        return "_" + number;
    }
}
