package dev.dovetail.sql;

/** Identifiers and literals, quoted so that no text can leave its place. */
final class Quoting {
    private Quoting() {}

    static void identifier(StringBuilder out, String name) {
        out.append('"').append(name.replace("\"", "\"\"")).append('"');
    }

    /** A backslash would be an escape under standard_conforming_strings = off, so such literals are written as E''. */
    static void literal(StringBuilder out, String value) {
        var escaped = value.replace("'", "''");
        if (value.indexOf('\\') >= 0) {
            out.append(" E'").append(escaped.replace("\\", "\\\\")).append('\'');
        } else {
            out.append('\'').append(escaped).append('\'');
        }
    }
}
