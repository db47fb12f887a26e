package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.Lazy;
import java.util.Optional;
import java.util.Set;

/** What a column holds, in GraphQL's terms and in Postgres's. */
public sealed interface ColumnType {
    Set<String> WITHOUT_EQUALITY =
            Set.of("json", "jsonpath", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle", "refcursor");

    PgType pg();

    /** @param graphql the GraphQL scalar: {@code Int}, {@code uuid}, {@code jsonb} */
    record Scalar(String graphql, PgType pg) implements ColumnType {}

    /** A foreign key to an enum table. */
    record EnumOf(Lazy<Table> table, PgType pg) implements ColumnType {}

    record ArrayOf(ColumnType element, PgType pg) implements ColumnType {}

    default boolean isScalar(String graphql) {
        return this instanceof Scalar scalar && scalar.graphql().equals(graphql);
    }

    default boolean isJson() {
        return isScalar("json") || isScalar("jsonb");
    }

    /** Whether PostGIS's values travel as GeoJSON. */
    default boolean isSpatial() {
        return isScalar("geometry") || isScalar("geography");
    }

    /** Whether Postgres can tell when two values are the same, so that rows can be grouped by them. */
    default boolean hasEquality() {
        var own = pg().undomained();
        return this instanceof ArrayOf(var element, var _)
                ? element.hasEquality()
                : !(own.isBuiltin() && WITHOUT_EQUALITY.contains(own.name()));
    }

    /** What {@code _cast} turns a column of this type into. */
    default Optional<ColumnType> castTarget() {
        if (isScalar("jsonb")) {
            return Optional.of(new Scalar("String", PgType.builtin("text")));
        }
        if (isSpatial()) {
            var name = isScalar("geometry") ? "geography" : "geometry";
            return Optional.of(new Scalar(name, pg().undomained().sibling(name)));
        }
        return Optional.empty();
    }
}
