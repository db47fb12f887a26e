package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import java.util.Map;
import java.util.Set;

/** Postgres types and the GraphQL scalars they appear as. */
final class PgTypes {
    private static final Map<String, String> RENAMED = Map.of(
            "int4", "Int",
            "int2", "smallint",
            "int8", "bigint",
            "float4", "Float",
            "bool", "Boolean",
            "text", "String",
            "varchar", "String");

    private static final Set<String> COMMON = Set.of(
            "smallint",
            "bigint",
            "float8",
            "numeric",
            "money",
            "uuid",
            "date",
            "time",
            "timetz",
            "timestamp",
            "timestamptz",
            "interval",
            "json",
            "jsonb",
            "bytea",
            "bpchar",
            "citext",
            "inet",
            "cidr",
            "macaddr",
            "bit",
            "varbit",
            "xml",
            "point",
            "line",
            "lseg",
            "box",
            "path",
            "polygon",
            "circle",
            "tsvector",
            "tsquery",
            "ltree",
            "lquery",
            "ltxtquery",
            "geometry",
            "geography",
            "int4range",
            "int8range",
            "numrange",
            "tsrange",
            "tstzrange",
            "daterange",
            "name",
            "oid");

    private PgTypes() {}

    /** Whether the name is a scalar that a Postgres database usually has, whatever its tables use. */
    static boolean isCommon(String scalar) {
        return COMMON.contains(scalar);
    }

    static ColumnType of(PgType type) {
        if (type.kind() == PgType.Kind.ARRAY && type.element() != null) {
            return new ColumnType.ArrayOf(of(type.element()), type);
        }
        return new ColumnType.Scalar(scalar(type), type);
    }

    /** A domain appears as what it is made of, as in the reference. */
    static String scalar(PgType type) {
        var base = type.base();
        if (base != null) {
            return scalar(base);
        }
        // The rows of a table have a type of its name, which GraphQL uses for what one sees of them.
        if (type.kind() == PgType.Kind.COMPOSITE) {
            return type.name() + "_scalar";
        }
        return RENAMED.getOrDefault(type.name(), type.name());
    }
}
