package dev.dovetail.model;

import org.jspecify.annotations.Nullable;

/** The names and comments of a table's root fields. */
public record RootNames(
        Root select,
        Root selectByPk,
        Root selectAggregate,
        Root selectGroupBy,
        Root selectStream,
        Root insert,
        Root insertOne,
        Root update,
        Root updateByPk,
        Root updateMany,
        Root delete,
        Root deleteByPk) {

    /** @param comment null for the generated one, empty for none */
    public record Root(String name, @Nullable String comment) {}
}
