package dev.dovetail.model;

import dev.dovetail.name.SourceName;
import java.util.SequencedMap;

/** What a root field is about. */
public sealed interface RootField {
    record OfTable(Table table, TableRoot kind) implements RootField {}

    /** @param aggregate whether it answers aggregates over the rows */
    record OfFunction(Function function, boolean aggregate) implements RootField {}

    record OfNativeQuery(NativeQuery query) implements RootField {}

    record OfAction(Action action) implements RootField {}

    /** What became of a call of an asynchronous action. */
    record OfActionReport(Action action) implements RootField {}

    /** In the remote's own names. @param parent its query or mutation type */
    record OfRemote(RemoteSchema remote, String parent, String field) implements RootField {}

    /**
     * What stands under the namespace of a remote schema.
     *
     * @param type what the type of the namespace is called
     */
    record OfRemoteNamespace(RemoteSchema remote, String type, SequencedMap<String, RootField> fields)
            implements RootField {}

    /**
     * What stands under the namespace of a source.
     *
     * @param fields the source's root fields of this kind of operation, by name
     */
    record OfNamespace(SourceName source, Naming naming, SequencedMap<String, RootField> fields) implements RootField {}

    enum TableRoot {
        SELECT,
        SELECT_BY_PK,
        SELECT_AGGREGATE,
        SELECT_GROUP_BY,
        INSERT,
        INSERT_ONE,
        UPDATE,
        UPDATE_BY_PK,
        UPDATE_MANY,
        DELETE,
        DELETE_BY_PK
    }
}
