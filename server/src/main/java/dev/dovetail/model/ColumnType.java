package dev.dovetail.model;

import dev.dovetail.catalog.PgType;
import dev.dovetail.graphql.type.Lazy;

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
}
