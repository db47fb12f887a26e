package dev.dovetail.sql;

import dev.dovetail.name.TableName;
import org.jspecify.annotations.Nullable;

/** Identifiers and literals, quoted so that no text can leave its place. */
final class Quoting {
    private Quoting() {}

    static void identifier(StringBuilder out, String name) {
        out.append('"').append(name.replace("\"", "\"\"")).append('"');
    }

    static void table(StringBuilder out, TableName name) {
        qualified(out, name.schema(), name.name());
    }

    /** Without a schema the name is one of ours and needs no quotes. */
    static void function(StringBuilder out, @Nullable String schema, String function) {
        if (schema == null) {
            out.append(function);
        } else {
            qualified(out, schema, function);
        }
    }

    static void type(StringBuilder out, TypeName type) {
        if (type.isBuiltin()) {
            identifier(out, type.name());
        } else {
            qualified(out, type.schema(), type.name());
        }
    }

    /** Without a schema it is the one that the search path finds. */
    private static void qualified(StringBuilder out, String schema, String name) {
        if (!schema.isEmpty()) {
            identifier(out, schema);
            out.append('.');
        }
        identifier(out, name);
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
