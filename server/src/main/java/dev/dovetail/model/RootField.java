package dev.dovetail.model;

import dev.dovetail.graphql.sdl.FieldDefinition;

/** What a root field is about. */
public sealed interface RootField {
    record OfTable(Table table, TableRoot kind) implements RootField {}

    /** @param aggregate whether it answers aggregates over the rows */
    record OfFunction(Function function, boolean aggregate) implements RootField {}

    record OfAction(Action action) implements RootField {}

    record OfRemote(RemoteSchema remote, FieldDefinition field) implements RootField {}

    enum TableRoot {
        SELECT,
        SELECT_BY_PK,
        SELECT_AGGREGATE,
        INSERT,
        INSERT_ONE,
        UPDATE,
        UPDATE_BY_PK,
        UPDATE_MANY,
        DELETE,
        DELETE_BY_PK
    }
}
