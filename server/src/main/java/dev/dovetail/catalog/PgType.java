package dev.dovetail.catalog;

import org.jspecify.annotations.Nullable;

/**
 * A Postgres type as a column or an argument has it.
 *
 * @param name {@code pg_type.typname}: {@code int4}, {@code uuid}, {@code _text}
 * @param base the type beneath a domain, else null
 * @param element the element type of an array, else null
 */
public record PgType(
        String schema,
        String name,
        Kind kind,
        @Nullable PgType base,
        @Nullable PgType element) {
    public enum Kind {
        BASE,
        COMPOSITE,
        DOMAIN,
        ENUM,
        PSEUDO,
        RANGE,
        MULTIRANGE,
        ARRAY
    }

    public static PgType builtin(String name) {
        return new PgType("pg_catalog", name, Kind.BASE, null, null);
    }

    public boolean isBuiltin() {
        return schema.equals("pg_catalog");
    }
}
