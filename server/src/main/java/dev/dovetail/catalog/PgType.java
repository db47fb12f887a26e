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

    /** What a domain is made of in the end; everything else as it is. */
    public PgType undomained() {
        return base == null ? this : base.undomained();
    }

    /** A base type of the same schema, where an extension has put both. */
    public PgType sibling(String name) {
        return new PgType(schema, name, Kind.BASE, null, null);
    }

    /** Whether this is PostGIS's type of that name; built-in names are never its. */
    public boolean isPostgis(String name) {
        return !isBuiltin() && this.name.equals(name);
    }

    public boolean isBuiltin() {
        return schema.equals("pg_catalog");
    }
}
