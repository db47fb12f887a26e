package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.Lazy;
import java.util.Optional;

/** What a column holds, in GraphQL's terms and in Postgres's. */
public sealed interface ColumnType {
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
